/** Whether a compound file (OLE, the container of old Office files and of encrypted new ones) has a part of this name, wherever its directory stands: names are UTF-16. */
export function hasPart(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  return false
}

/** Whether a compound file holds an encrypted document. */
export const isEncrypted = (bytes: Uint8Array): boolean => hasPart(bytes, 'EncryptedPackage') || hasPart(bytes, 'EncryptionInfo')
