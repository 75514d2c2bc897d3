// Which measures may be used on the day of an act: only those of the published list, each by its article.
import type { StepContext } from '../../../kernel/procedure.ts'
import type { MeasureList, Sort } from './measure-codes.ts'

/** The measures of one sort on the list of the day, each with its article. */
export const allowedMeasures = (c: Pick<StepContext<unknown, unknown>, 'parameter'>, sort: Sort): Readonly<Record<string, string>> =>
  (c.parameter('credit.joint-measures').value as MeasureList)[sort]
