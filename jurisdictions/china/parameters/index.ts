// Dated parameters of national law: clocks, amounts and factors, each with its article and the mark of its source.
import type { ParameterData } from '../../../kernel/parameter.ts'
import attachments from './attachments.json' with { type: 'json' }
import certification from './certification.json' with { type: 'json' }
import complaints from './complaints.json' with { type: 'json' }
import construction from './construction.json' with { type: 'json' }
import consumer from './consumer.json' with { type: 'json' }
import credit from './credit.json' with { type: 'json' }
import energy from './energy.json' with { type: 'json' }
import enforcement from './enforcement.json' with { type: 'json' }
import equipment from './equipment.json' with { type: 'json' }
import food from './food.json' with { type: 'json' }
import government from './government.json' with { type: 'json' }
import licensing from './licensing.json' with { type: 'json' }
import metrology from './metrology.json' with { type: 'json' }
import recall from './recall.json' with { type: 'json' }
import risk from './risk.json' with { type: 'json' }
import supervision from './supervision.json' with { type: 'json' }
import testing from './testing.json' with { type: 'json' }

export { suspensionReasons, type SuspensionReason } from './suspension-reasons.ts'

export const parameters = [
  ...complaints, ...consumer, ...supervision, ...food, ...recall, ...licensing, ...certification, ...credit,
  ...construction, ...equipment, ...testing, ...metrology, ...energy, ...enforcement, ...government, ...attachments, ...risk,
] as readonly ParameterData[]
