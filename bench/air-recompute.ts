// Ten years of hourly readings of 74 cities: all figures from scratch, and after one corrected hour, beside bare SQL in the same engine.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keyCityNames } from '../jurisdictions/china/air-quality/key-cities.ts'
import { computeMeasures } from '../store/measures/compute.ts'
import { correctReading, setPoints } from '../store/warehouse/readings.ts'
import { prepareWarehouse } from '../store/warehouse/tables.ts'
import { openWarehouse, type Warehouse } from '../store/warehouse/warehouse.ts'
import { openBed } from './bed.ts'
import { compare, once, report, type Contender } from './harness.ts'

const { values: flags } = parseArgs({ options: { years: { type: 'string' } }, strict: false, allowPositionals: true })
const years = Number(flags['years'] ?? 10)
const keyCities = Object.keys(keyCityNames)
const first = 2013
const items = { so2: 30, no2: 40, pm10: 120, pm25: 70, co: 1.2, o3: 90 } as const

/** Hours around a mean by a hash of place, item and hour: no two alike, every run the same, one decimal, one in fifty missing. */
const makeReadings = (item: string, mean: number): string => `
  insert into reading
  select 'air-hour', p.point, '${item}', h.moment, case when hash(p.point, '${item}', h.moment) % 50 = 0 then null
      else (${mean} * (0.5 + (hash(h.moment, p.point, '${item}') % 1000) / 1000.0))::decimal(18, 1) end,
    case when hash(p.point, '${item}', h.moment) % 50 = 0 then 'missing' else 'measured' end, null, now()::timestamp, 'bench'
  from (select unnest(generate_series(timestamp '${first}-01-01' - interval 8 hour, timestamp '${first + years}-01-01' - interval 9 hour,
      interval 1 hour)) as moment) h
  cross join (select point from point where stream = 'air-hour') p`

/** The same figures by hand in one engine: days, the greatest 8-hour mean, months and years, without lineage, notes or revisions. */
const bareSql: readonly string[] = [
  `create or replace temp table d as
   select point, item, date_trunc('day', moment + interval 8 hour) as day,
     case when count(r.value) >= 20 then round(sum(r.value) / count(r.value), 3) end as value
   from reading r where stream = 'air-hour' and item <> 'o3' and quality <> 'suspect' group by 1, 2, 3`,
  `create or replace temp table w as
   select point, moment, avg(value) over eight as mean8, count(value) over eight as n
   from reading where stream = 'air-hour' and item = 'o3'
   window eight as (partition by point order by moment range between interval 7 hour preceding and current row)`,
  `insert into d select point, 'o3_8h', date_trunc('day', moment + interval 8 hour) as day,
     case when count(*) >= 14 or max(mean8) > 160 then round(max(mean8), 3) end
   from w where n >= 6 and hour(moment + interval 8 hour) >= 7 group by 1, 2, 3`,
  `create or replace temp table aqi as select point, day, max(value) as value from d group by 1, 2`,
  ...['month', 'year'].map(
    (period) => `create or replace temp table of_${period} as
     select point, item, date_trunc('${period}', day) as at, count(d.value) as n,
       case item when 'co' then quantile_cont(d.value, 0.95) when 'o3_8h' then quantile_cont(d.value, 0.9) else sum(d.value) / count(d.value) end as value
     from d group by 1, 2, 3`,
  ),
]

async function fill(warehouse: Warehouse): Promise<number> {
  await setPoints(
    warehouse,
    'air-hour',
    keyCities.map((city) => ({ point: `${city}/1`, dimensions: { station: `${city}/1`, city, province: `${city.slice(0, 2)}0000` } })),
  )
  for (const [item, mean] of Object.entries(items)) await warehouse.run(makeReadings(item, mean))
  const [row] = await warehouse.rows<{ n: number }>('select count(*)::integer as n from reading')
  return row!.n
}

const bed = await openBed()
const folder = await mkdtemp(join(tmpdir(), 'zhiheng-bench-air-'))
const warehouse = await openWarehouse(join(folder, 'warehouse.duckdb'))
await prepareWarehouse(warehouse)
try {
  const readings = await fill(warehouse)
  const measures = [...bed.engine.house.measures.values()]
    .filter((measure) => 'stream' in measure.source && measure.source.stream === 'air-hour')
    .map((measure) => measure.name)
  const stream = bed.engine.house.streams.get('air-hour')!
  const bare: Contender = {
    name: 'bare SQL in DuckDB',
    round: () => once(readings, async () => {
      for (const sql of bareSql) await warehouse.run(sql)
    }),
  }
  const whole = await compare({ title: `${readings.toLocaleString('en')} readings of ${years} years, all figures from scratch`, unit: 'readings', rounds: 1, warm: 0 }, [
    {
      name: 'computeMeasures',
      round: () => once(readings, () => computeMeasures(bed.engine, warehouse, { measures })),
    },
    bare,
  ])
  const [{ figures }] = (await warehouse.rows<{ figures: number }>('select count(*)::integer as figures from figure')) as [{ figures: number }]
  process.stderr.write(`${figures.toLocaleString('en')} figures stand\n`)
  let hour = 0
  const touched = await compare({ title: 'One corrected hour of PM2.5 and all figures that it touches', unit: 'corrections', rounds: 5, warm: 1 }, [
    {
      name: 'correction and computeMeasures',
      round: () => {
        hour += 1
        const at = `${first}-03-05T${String(hour).padStart(2, '0')}:00:00+08:00`
        return once(1, async () => {
          const point = `${keyCities[0]}/1`
          await correctReading(warehouse, stream, { point, item: 'pm25', at, value: String(300 + hour), reason: 'bench', by: `bench-${hour}` })
          const [row] = await warehouse.rows<{ dimensions: string }>('select dimensions::varchar as dimensions from point where point = ?', [point])
          const changed = await computeMeasures(bed.engine, warehouse, {
            measures: ['air.station-day.pm25'],
            touched: { from: at.slice(0, 10), to: at.slice(0, 10), dimensions: JSON.parse(row!.dimensions) as Record<string, string> },
            reason: 'bench',
          })
          if (changed.length < 4) throw new Error(`day, city, month and year were to change, but ${JSON.stringify(changed)} did`)
        })
      },
    },
    bare,
  ])
  report([whole, touched])
} finally {
  await warehouse.close()
  await rm(folder, { recursive: true, force: true })
  await bed.close()
}
