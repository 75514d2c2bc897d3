// What pages of credit show: the public file of a body, an extract with its seal, and how raters and classes stand the test.
import QRCode from 'qrcode'
import { addMonths, dayOf } from '../../kernel/day.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { sealAddress, type SealedProof } from '../../kernel/trust/seal.ts'
import { fits } from '../../kernel/filter.ts'
import { sealOnce, type Sealing } from '../../store/seals.ts'
import { countGroups, gradedWhen } from '../../store/scales/groups.ts'
import type { Published } from '../../store/publications.ts'
import {
  brier, creditClassScale, fairness, outcomesByGrade, ranking, ratingGrades,
  type Brier, type ExtractLine, type GradeOutcomes, type GroupRate, type Ranking,
} from '../../systems/standing/credit/index.ts'
import type { PublicParts } from '../render.ts'
import { publishedNow, sealedAs, type Sealed } from './published.ts'

export interface PublicCredit {
  readonly listings: readonly Published[]
  /** The seal of the latest listing. */
  readonly sealed: Sealed | null
  readonly entries: readonly Published[]
}

/** What anybody may see of a body's credit. */
export async function publicCredit(parts: PublicParts, code: string): Promise<PublicCredit> {
  const own = fits({ party: code })
  const [listings, entries] = await Promise.all([publishedNow(parts, 'serious-listings', own), publishedNow(parts, 'credit-entries', own)])
  return { listings, entries, sealed: listings[0] ? await sealedAs(parts, 'serious-listings', listings[0].id) : null }
}

export const linesOf = (extract: AnyRecord): readonly ExtractLine[] => (extract['result'] ?? []) as readonly ExtractLine[]

/** An extract as it is sealed: all its lines, and the most important facts for the QR. */
function sealingOf(extract: AnyRecord): Sealing {
  const { number, purchaser, project, purpose, day, lookBack, largeFine, rule } = extract as AnyRecord & Record<string, string>
  const lines = linesOf(extract)
  const low = lines.filter(({ grade }) => grade === 'C' || grade === 'D').length
  return {
    kind: 'credit-extract',
    register: 'credit-extract',
    record: extract.id,
    document: null,
    number: number ?? extract.id,
    title: '质量信用查询',
    content: { number, purchaser, project, purpose, day, lookBack, largeFine, rule, result: lines },
    facts: [
      ['查询日期', day!],
      ['查询单位数', String(lines.length)],
      ['在严重违法失信名单', String(lines.filter(({ listedUntil }) => listedUntil !== null).length)],
      ['C、D 类', String(low)],
      ['查询单位', purchaser!],
      ['项目', project!],
    ],
    validUntil: day!,
  }
}

export interface SealedExtract extends Omit<Sealed, 'proof'> {
  readonly proof: SealedProof
}

/** The seal of an extract, made on its day while nothing was corrected; null when it was not asked for in time. */
export async function sealedExtract({ engine, keys }: PublicParts, extract: AnyRecord): Promise<SealedExtract | null> {
  const { rows } = await engine.database.query<{ proof: SealedProof }>(
    "select proof from kernel.seal where kind = 'credit-extract' and record = $1 and document is null",
    [extract.id],
  )
  const fresh = extract.state === 'valid' && extract['day'] === dayOf(engine.now())
  const proof = rows[0]?.proof ?? (fresh ? await sealOnce(engine, keys, sealingOf(extract)) : null)
  if (!proof) return null
  const address = sealAddress(keys.history.site, proof)
  return { proof, address, issuedOn: proof.issuedOn, qr: await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }) }
}

const leastOf = ({ engine }: PublicParts): number => Number(engine.parameters.at('credit.small-group', dayOf(engine.now())).value)

export interface Fairness {
  readonly graded: { readonly edition: string; readonly day: string } | null
  readonly least: number
  readonly bySize: readonly GroupRate[]
  readonly byTrade: readonly GroupRate[]
  readonly byKind: readonly GroupRate[]
}

/** How often bodies of each size, trade and kind stand in class C or D, against all others. */
export async function fairnessNow(parts: PublicParts): Promise<Fairness> {
  const least = leastOf(parts)
  const groups = async (field: string, letters?: number): Promise<readonly GroupRate[]> => {
    const asked = { field, grades: ['C', 'D'], states: ['active', 'revoked'], ...(letters === undefined ? {} : { letters }) }
    return fairness(await countGroups(parts.warehouse, creditClassScale, asked), least)
  }
  const [bySize, byTrade, byKind] = [await groups('size'), await groups('industry', 2), await groups('kind')]
  return { least, graded: await gradedWhen(parts.warehouse, creditClassScale), bySize, byTrade, byKind }
}

export interface RaterJudged {
  readonly code: string
  readonly name: string
  readonly ratings: number
  /** Null where too few of its ratings are a year old. */
  readonly judged: { readonly outcomes: GradeOutcomes; readonly brier: Brier | null; readonly ranking: Ranking | null } | null
  readonly ripe: number
}

interface Rated {
  readonly rater: string
  readonly name: string
  readonly grade: string
  readonly probability: string | null
  readonly ripe: boolean
  readonly bad: boolean
}

// A breach counts that was entered within a year after the rating and was not withdrawn.
const ratedSql = `select r.rater, r.rater_name as name, r.grade, r.probability::text as probability, r.issued <= $1::date as ripe,
  exists (select from record.credit_entry e where e.party = r.party and e.category in ('ordinary', 'serious') and e.state <> 'withdrawn'
    and e."from" > r.issued and e."from" <= r.issued + interval '1 year') as bad
  from record.third_party_rating r where r.state = 'filed' order by r.rater, r.issued`

function judge(rated: readonly Rated[]): RaterJudged['judged'] {
  const ratings = rated.map(({ grade, bad }) => ({ grade, bad }))
  const order = ratingGrades as readonly string[]
  const forecasts = rated.flatMap(({ probability, bad }) => (probability === null ? [] : [{ probability: Number(probability), bad }]))
  const scored = rated.map(({ grade, bad }) => ({ score: order.indexOf(grade), bad }))
  return { outcomes: outcomesByGrade(order, ratings), brier: brier(forecasts), ranking: ranking(scored) }
}

/** Every rater against what came true within a year of its ratings. */
export async function ratersJudged(parts: PublicParts): Promise<{ readonly least: number; readonly raters: readonly RaterJudged[] }> {
  const least = leastOf(parts)
  const { rows } = await parts.engine.database.query<Rated>(ratedSql, [addMonths(dayOf(parts.engine.now()), -12)])
  const raters = [...new Set(rows.map(({ rater }) => rater))].map((code) => {
    const own = rows.filter(({ rater }) => rater === code)
    const ripe = own.filter((each) => each.ripe)
    return { code, name: own.at(-1)!.name, ratings: own.length, ripe: ripe.length, judged: ripe.length >= least ? judge(ripe) : null }
  })
  return { least, raters }
}
