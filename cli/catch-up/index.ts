// The daily watches over records of before an upgrade: each enters what they lack, and done again finds nothing.
import { beginTerms } from './begin-terms.ts'
import { carryNotices } from './carry-notices.ts'
import { dateEnds } from './date-ends.ts'
import { endListings } from './end-listings.ts'
import { holdScope } from './hold-scope.ts'
import { keepFindingsInside } from './keep-findings-inside.ts'
import { keepWarningsInside } from './keep-warnings-inside.ts'
import { markBreaches } from './mark-breaches.ts'
import { noteEnds } from './note-ends.ts'
import { noteMissing } from './note-missing.ts'
import { rememberSuspensions } from './remember-suspensions.ts'
import { remindMarks } from './remind-marks.ts'
import { tellParties } from './tell-parties.ts'
import { withholdNotes } from './withhold-notes.ts'

export const catchUps = [
  tellParties, markBreaches, remindMarks, noteEnds, beginTerms, dateEnds, rememberSuspensions,
  withholdNotes, endListings, keepWarningsInside, keepFindingsInside, noteMissing, holdScope, carryNotices,
]
