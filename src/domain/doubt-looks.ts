import type { DoubtKind } from './doubt'
import { label, type Label } from './label'

/** How a kind of doubt stands in pictures, tables and files. */
export interface DoubtLook {
  /** One character that every font has, also a shape of its own on pictures. */
  readonly sign: string
  /** The shape of a dot on a picture, in ECharts' words. */
  readonly symbol: 'triangle' | 'pin' | 'diamond' | 'rect' | 'arrow' | 'roundRect'
  /** What the sign stands for. */
  readonly label: Label
  /** The same behind a count of reports. */
  readonly counted: Label
  /** Heading of its column in files; the English text stands in a second one with `-en`. */
  readonly column: string
  readonly heading: Label
  /** The column is in every file, or only where a row has something in it. */
  readonly always: boolean
}

/** Every kind of doubt. A new one is one more entry here and in `DOUBT_KINDS`. */
export const DOUBT_LOOKS: Readonly<Record<DoubtKind, DoubtLook>> = {
  failing: { sign: '△', symbol: 'triangle', label: label('所依数字有核验不符', 'its figures fail a check'), counted: label('核验不符', 'failing a check'), column: 'check', heading: label('核验不符', 'failing checks'), always: true },
  unsure: { sign: '?', symbol: 'pin', label: label('读取时存疑、尚未核对', 'read with doubt, not confirmed yet'), counted: label('读数存疑', 'read with doubt'), column: 'unsure', heading: label('读数存疑', 'doubtful readings'), always: false },
  repaired: { sign: '◇', symbol: 'diamond', label: label('含修正值', 'a repaired value'), counted: label('含修正值', 'repaired'), column: 'repaired', heading: label('修正', 'repairs'), always: false },
  edited: { sign: '■', symbol: 'rect', label: label('含手工更正', 'corrected by hand'), counted: label('含手工更正', 'corrected by hand'), column: 'edited', heading: label('手工更正', 'corrections'), always: false },
  version: { sign: '≠', symbol: 'arrow', label: label('年报的另一版本写法不同', 'another version of the report says otherwise'), counted: label('另一版本不同', 'with another version'), column: 'version', heading: label('另一版本', 'other versions'), always: false },
  typed: { sign: '※', symbol: 'roundRect', label: label('机关或年度为人工填写', 'agency or year typed by hand'), counted: label('机关或年度为人工填写', 'under a typed agency or year'), column: 'typed', heading: label('人工填写', 'typed by hand'), always: false },
}
