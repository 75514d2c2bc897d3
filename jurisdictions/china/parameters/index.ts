// Dated parameters of national law: clocks, amounts and factors, each with its article and the mark of its source.
import type { ParameterData } from '../../../kernel/parameter.ts'
import complaints from './complaints.json' with { type: 'json' }
import supervision from './supervision.json' with { type: 'json' }
import recall from './recall.json' with { type: 'json' }
import licensing from './licensing.json' with { type: 'json' }
import credit from './credit.json' with { type: 'json' }
import works from './works.json' with { type: 'json' }
import testing from './testing.json' with { type: 'json' }
import enforcement from './enforcement.json' with { type: 'json' }
import government from './government.json' with { type: 'json' }

export const parameters = [...complaints, ...supervision, ...recall, ...licensing, ...credit, ...works, ...testing, ...enforcement, ...government] as readonly ParameterData[]
