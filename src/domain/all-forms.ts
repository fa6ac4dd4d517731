import { admitFormats, type Format } from './formats'
import common from './indicators/common'
import { admitIndicators } from './indicators'
import own from './indicators/own'
import { admitSchemes } from './scheme'
import { commonScheme } from './scheme-common'
import { ownScheme } from './scheme-own'

// Importing this brings the formats of all countries, and what is measured by them. The first paint needs only the national forms, so the
// page fetches it with the first package that has others; workers, command line and tests import it at once.
const formats = import.meta.glob<Format>(['./formats/*.ts', '!./formats/cn-*.ts', '!./formats/format.ts', '!./formats/index.ts'], { eager: true, import: 'default' })

admitFormats(Object.values(formats))
admitIndicators([own, common])
admitSchemes({ common: commonScheme, own: ownScheme })
