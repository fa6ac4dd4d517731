import type { ProblemKind } from '@/domain/problem'
import { isEncrypted } from '@/reading/compound'

export const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)
const MAGIC: readonly (readonly [mark: readonly number[], kind: ProblemKind])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'file-unsupported'],
  [[0x89, 0x50, 0x4e, 0x47], 'file-unsupported'],
  [[0xff, 0xd8, 0xff], 'file-unsupported'],
  [[0x47, 0x49, 0x46, 0x38], 'file-unsupported'],
  [[0x1f, 0x8b], 'file-unsupported'],
  [[0x52, 0x61, 0x72, 0x21], 'file-unsupported'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'file-unsupported'],
  [[0x50, 0x41, 0x52, 0x31], 'file-unsupported'],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
export const ZIP = [0x50, 0x4b]

/** Why the bytes are no text; undefined when they may be. Zeros in step are UTF-16, any others are no text. */
export function notText(bytes: Uint8Array): ProblemKind | undefined {
  if (bytes.length === 0) return 'file-empty'
  if (startsWith(bytes, OLE)) return isEncrypted(bytes) ? 'file-encrypted' : 'file-unsupported'
  const magic = MAGIC.find(([mark]) => startsWith(bytes, mark))
  if (magic) return magic[1]
  const sample = bytes.subarray(0, 1 << 14)
  if (startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff])) return undefined
  let zeros = [0, 0]
  let control = 0
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at]!
    if (byte === 0) zeros = [zeros[0]! + Number((at & 1) === 0), zeros[1]! + Number((at & 1) === 1)]
    else if (byte < 9 || (byte > 13 && byte < 27)) control += 1
  }
  const [even = 0, odd = 0] = zeros
  const wide = Math.max(even, odd) > sample.length * 0.2 && Math.min(even, odd) < sample.length * 0.02
  return (even + odd > 0 && !wide) || control > sample.length * 0.05 ? 'file-binary' : undefined
}
