// The systems of the house, a line each, in the order of governance.
import type { System } from '../kernel/system.ts'
import { access } from './basis/access/index.ts'
import { law } from './basis/law/index.ts'
import { complaints } from './oversight/complaints/index.ts'
import { environment } from './domains/environment/index.ts'
import { parties } from './basis/parties/index.ts'
import { testing } from './basis/testing/index.ts'
import { enforcement } from './oversight/enforcement/index.ts'
import { recalls } from './oversight/recall/index.ts'
import { risk } from './oversight/risk/index.ts'
import { supervision } from './oversight/supervision/index.ts'
import { credit } from './standing/credit/index.ts'
import { targets } from './steering/targets/index.ts'

export const systems: readonly System[] = [
  access, law, parties, testing, environment, complaints, enforcement, recalls, risk, supervision, credit, targets,
]
