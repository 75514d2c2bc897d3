// The stratified pass rate with its variance over ten million samples: counted in DuckDB and estimated by the house, against all in SQL.
import { DuckDBInstance } from '@duckdb/node-api'
import { passRate, type Stratum } from '../systems/oversight/supervision/pass-rate.ts'
import { compare, once, report } from './harness.ts'

const samples = Number(process.env['SAMPLES'] ?? 10_000_000)
const connection = await (await DuckDBInstance.create(':memory:')).connect()
// 13 cities, 29 divisions, 4 sizes; weights as output; about 6.5 % fail, more in small plants.
await connection.run(`
  create table sample as select i as id, 130100 + 100 * (i % 13) as city, 13 + (i * 7) % 29 as division, (i * 31) % 4 as size,
    hash(i) % 1000 >= 35 + 15 * ((i * 31) % 4) as conforming from range(${samples}) r(i);
  create table output as select city, division, size, 100 + hash(city, division, size) % 9000 as weight
    from (select distinct city, division, size from sample)`)

const counted = `select city, division, size, any_value(weight) weight, count(*)::int n, count(*) filter (conforming)::int conforming
  from sample join output using (city, division, size) group by all`

/** Counts of strata from the engine; the nation, each city and each division by the house, each figure with its strata kept. */
async function ours(): Promise<number> {
  const rows = (await connection.runAndReadAll(counted)).getRowsJS() as [bigint, bigint, bigint, bigint, number, number][]
  const strata: Stratum[] = rows.map(([region, division, size, weight, n, conforming]) => ({
    region: String(region), division: String(division), size: String(size), weight: String(weight), n, conforming,
  }))
  const by = (key: 'region' | 'division') =>
    [...new Set(strata.map((each) => each[key]))].map((name) => passRate(strata, { of: (each) => each[key] === name }))
  return [passRate(strata), ...by('region'), ...by('division')][0]!.rate
}

const estimate = `sum(weight * p) / sum(weight) rate, sqrt(sum(weight * weight * p * (1 - p) / (n - 1))) / sum(weight) se`
async function allInSql(): Promise<number> {
  const strata = `with s as (${counted}), e as (select *, conforming / n p from s)`
  const found = await connection.runAndReadAll(`${strata} select city, division, ${estimate} from e group by grouping sets ((), (city), (division))`)
  const nation = found.getRowsJS().find((row) => row[0] === null && row[1] === null) as [null, null, number, number]
  return nation[2]
}

const [one, other] = [await ours(), await allInSql()]
if (Math.abs(one - other) > 1e-12) throw new Error(`the two do not agree: ${one} and ${other}`)

report([
  await compare({ title: `Pass rate of ${samples} samples by nation, city and division`, unit: 'samples', goal: 0.83, rounds: 5, warm: 1 }, [
    { name: 'counted in DuckDB, estimated by the house', round: () => once(samples, ours) },
    { name: 'raw DuckDB, all in SQL', round: () => once(samples, allInSql) },
  ]),
])
