// How a complaint is handled: receipt, acceptance, mediation, testing with the clock stopped, and the end (市場監督管理投訴舉報處理辦法).
import { parameter } from '../../../kernel/deadline.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { closingSteps } from './closing.ts'
import { complaint } from './complaint.ts'
import { duties, states } from './complaint-codes.ts'
import { intakeSteps, opening } from './intake.ts'
import { mediationSteps } from './mediation.ts'

/** Until the end of 2019 quality and food had rules of their own; where none is on record the general one governs. */
const acceptances = [
  { field: 'branch', is: 'quality', within: parameter('quality-complaints-1998.acceptance') },
  { field: 'branch', is: 'food', within: parameter('food-complaints-21.acceptance') },
] as const
const mediations = [
  {
    field: 'branch',
    is: 'quality',
    within: parameter('quality-complaints-1998.mediation'),
    extension: parameter('quality-complaints-1998.mediation.extension'),
  },
  { field: 'branch', is: 'food', within: parameter('food-complaints-21.finish'), extension: parameter('food-complaints-21.finish.extension') },
] as const
const decided = ['accept', 'decline', 'withdraw', 'settle'] as const

export const handling = procedure(complaint, {
  duties,
  states,
  ends: ['declined', 'closed'],
  opens: opening,
  steps: (step) => ({ ...intakeSteps(step), ...mediationSteps(step), ...closingSteps(step) }),
  deadlines: [
    {
      name: 'acceptance',
      title: words('受理期限', 'Decide on acceptance'),
      starts: { field: 'received' },
      metBy: decided,
      pausedIn: ['completing'],
      within: parameter('complaints.acceptance'),
      except: acceptances,
      lapse: 'alarm',
    },
    {
      name: 'acceptance-again',
      title: words('重新处理后的受理期限', 'Decide on acceptance after reopening'),
      starts: { field: 'reopened' },
      metBy: decided,
      pausedIn: ['completing'],
      again: true,
      within: parameter('complaints.acceptance'),
      lapse: 'alarm',
    },
    {
      name: 'completion',
      title: words('补正期限', 'Supply the material'),
      starts: 'completing',
      metBy: ['complete', 'propose-decline', 'withdraw', 'settle'],
      again: true,
      within: parameter('complaints.completion'),
      lapse: { propose: 'propose-decline' },
    },
    {
      name: 'mediation',
      title: words('调解期限', 'End mediation'),
      starts: 'accepted',
      metBy: ['agree', 'confirm-agreement', 'end', 'withdraw', 'settle'],
      // The orders leave out the time of testing and name nothing else: a recusal under review does not stop the clock.
      pausedIn: ['testing'],
      again: true,
      within: parameter('complaints.mediation'),
      except: mediations,
      extension: { by: 'head', times: 1 },
      lapse: { propose: 'propose-end' },
    },
    {
      name: 'trader-answer',
      title: words('经营者答复期限', 'Answer of the trader'),
      starts: { field: 'asked' },
      metBy: ['answer', 'record-answer', 'agree', 'confirm-agreement', 'withdraw', 'settle'],
      again: true,
      within: parameter('consumer.silence'),
      // Fifteen days of silence count as a refusal without reason, which is a breach of its own (侵害消費者權益行為處罰辦法 9).
      lapse: { propose: 'find-clue' },
    },
    {
      name: 'end-notice',
      title: words('终止告知期限', 'Tell both sides of the end'),
      starts: 'ended',
      metBy: ['notify'],
      again: true,
      within: parameter('complaints.end-notice'),
      lapse: 'alarm',
    },
    {
      name: 'confirmation',
      title: words('司法确认申请期限', 'Apply for judicial confirmation'),
      starts: { field: 'confirmable' },
      metBy: ['record-confirmation', 'perform'],
      within: parameter('complaints.judicial-confirmation'),
      lapse: 'alarm',
    },
  ],
})
