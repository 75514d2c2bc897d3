// The demonstration's complaints: invented people against invented enterprises, at every stage of handling, so that a desk has work on it.
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import { anyone, type Person } from '../kernel/permission.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import { personOf } from '../store/people/accounts.ts'
import { act } from '../store/records/gate.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { inventedEnterprises, seeded } from './demonstration.ts'
import { namedId } from './load-records.ts'
import type { Progress } from './progress.ts'

type Role = 'clerk' | 'mediator' | 'head' | 'citizen'

/** One step of a story, so many days after receipt. */
interface Beat {
  readonly step: string
  readonly after: number
  readonly by: Role
  readonly answers?: Readonly<Record<string, unknown>>
}

interface Bench {
  readonly place: string
  readonly office: string
  readonly count: number
  readonly clerk: string
  readonly mediator: string
  readonly head: string
}

const benches: readonly Bench[] = [
  { place: '130102', office: 'market-130102', count: 84, clerk: 'clerk.changan', mediator: 'mediator.changan', head: 'head.changan' },
  { place: '130100', office: 'market-130100', count: 48, clerk: 'clerk.shijiazhuang', mediator: 'clerk.shijiazhuang', head: 'head.shijiazhuang' },
  { place: '130200', office: 'market-130200', count: 30, clerk: 'clerk.tangshan', mediator: 'clerk.tangshan', head: 'head.tangshan' },
  { place: '139001', office: 'market-139001', count: 24, clerk: 'clerk.dingzhou', mediator: 'clerk.dingzhou', head: 'head.dingzhou' },
]

/** Goods by a word of the maker's name, with the range of price in yuan. */
const goods: readonly (readonly [string, readonly string[], number, number])[] = [
  ['乳业', ['酸奶', '鲜牛奶', '儿童奶酪'], 20, 160],
  ['管道', ['暖气管件', '燃气软管'], 60, 900],
  ['家具', ['书柜', '乳胶床垫', '儿童学习桌'], 380, 6800],
  ['箱包', ['拉杆箱', '双肩包'], 90, 980],
  ['丝网', ['防盗纱窗'], 120, 1500],
  ['玻璃', ['玻璃锅盖', '钢化茶几'], 35, 1200],
  ['纺织', ['床上四件套', '羽绒被'], 150, 1600],
  ['农机', ['微耕机', '喷雾器'], 460, 8800],
  ['电缆', ['家装电线', '插线板'], 40, 700],
  ['食品', ['月饼礼盒', '冷冻水饺', '食用油'], 25, 420],
]

const shops = ['拟安', '示兴', '例顺', '虚和', '样达', '假宁']

const complaintsOf: Readonly<Record<string, readonly string[]>> = {
  quality: ['使用不久即出现质量问题，与经营者协商未果。', '到货时即有明显破损，经营者不同意更换。'],
  threeGuarantees: ['在三包期内维修两次仍不能正常使用。'],
  advertising: ['实物与宣传页所示的材质不符。'],
  safety: ['使用中有异味并发热，担心安全。'],
  afterSales: ['承诺的上门安装一直没有履行。'],
}

const accepted = (day: number): readonly Beat[] => [
  { step: 'accept', after: day, by: 'clerk' },
  { step: 'mediate', after: day + 4, by: 'mediator', answers: { form: 'phone', bothConsent: true } },
]
const test: readonly Beat[] = [
  {
    step: 'begin-test',
    after: 14,
    by: 'mediator',
    answers: { laboratory: '虚构检验检测中心（演示）', payer: 'trader', bothAgree: true },
  },
  { step: 'end-test', after: 31, by: 'mediator', answers: { report: '演示〔报告〕', conclusion: '所检项目不符合约定。', meets: false } },
]
const agreement = (day: number): readonly Beat[] => [
  { step: 'agree', after: day, by: 'mediator', answers: { agreement: '经营者退还价款，消费者退回商品。', recovered: '', onTheSpot: false } },
  { step: 'perform', after: day + 5, by: 'mediator', answers: { performed: true } },
  { step: 'rate', after: day + 9, by: 'citizen', answers: { stars: '' } },
]
const failing = (day: number): readonly Beat[] => [
  { step: 'propose-end', after: day, by: 'mediator', answers: { ground: 'noAgreement', particulars: '双方对责任认定分歧较大，无法达成一致。' } },
  { step: 'end', after: day + 2, by: 'head' },
  { step: 'notify', after: day + 5, by: 'clerk', answers: { told: 'phone' } },
]

/** How cases go, with how many in a hundred go so. */
const stories: readonly (readonly [number, readonly Beat[]])[] = [
  [46, [...accepted(3), ...agreement(24)]],
  [14, [...accepted(5), ...test, ...agreement(44)]],
  [16, [...accepted(4), ...failing(52)]],
  [
    8,
    [
      {
        step: 'propose-decline',
        after: 4,
        by: 'clerk',
        answers: { ground: 'noPower', otherChannel: 'otherAuthority', particulars: '争议属于商品房买卖，不在市场监督管理部门职责范围。' },
      },
      { step: 'decline', after: 5, by: 'head' },
    ],
  ],
  [10, [{ step: 'ask-for-material', after: 2, by: 'clerk', answers: { missing: '购买凭证' } }]],
  [6, [...accepted(3), { step: 'withdraw', after: 12, by: 'clerk', answers: { why: '双方自行和解' } }]],
]

/** Ages in days: a fifth are new, a third are under way, the rest lie behind. */
function ageOf(random: () => number): number {
  const share = random()
  if (share < 0.22) return Math.floor(random() * 10)
  if (share < 0.55) return 10 + Math.floor(random() * 75)
  return 85 + Math.floor(random() * 420)
}

interface Telling {
  readonly bench: Bench
  readonly received: Day
  readonly beats: readonly Beat[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly price: string
  readonly stars: number
}

const enterprises = () => inventedEnterprises(300, hebei.divisions) as { name: string; place: string; code: string; address: string }[]

/** What is complained of; nobody and nothing in it exists. */
function tellings(today: Day): readonly Telling[] {
  const random = seeded(20261124)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const all = enterprises()
  const inside = (place: string, within: string): boolean =>
    place === within || hebei.divisions.some((d) => d.code === place && d.parent === within)
  return benches.flatMap((bench) => {
    const traders = all.filter((each) => inside(each.place, bench.place))
    return Array.from({ length: bench.count }, (_, at) => {
      const known = traders.length > 0 && random() < 0.5 ? pick(traders) : null
      const [word, things, low, high] = goods.find(([maker]) => known?.name.includes(maker)) ?? pick(goods)
      const issue = pick(Object.keys(complaintsOf))
      const price = `${Math.round(low + random() * (high - low))}.${random() < 0.5 ? '00' : '50'}`
      const received = addDays(today, -ageOf(random))
      const story = weighted(random() * 100)
      // One in nine lies longer than it should.
      const told = random() < 0.11 ? story.slice(0, Math.floor(random() * 2) + 1) : story
      // Some weeks are busier than others.
      const late = Math.floor(random() * 6)
      const beats = told.map((beat) => ({ ...beat, after: beat.after + late }))
      const bought = addDays(received, -3 - Math.floor(random() * 40))
      const answers = {
        received,
        channel: random() < 0.6 ? 'web' : 'hotline',
        complainant: at % 12 === 0 ? '王女士（演示）' : `${pick(['赵', '钱', '孙', '李', '周', '吴', '郑', '王'])}某某（演示）`,
        phone: `139000${String(at).padStart(5, '0')}`,
        traderName: known ? known.name : `${pick(shops)}${word}${pick(['商行', '专营店', '旗舰店', '经营部'])}（虚构）`,
        traderAddress: known ? known.address : `演示路 ${1 + Math.floor(random() * 200)} 号`,
        trader: known?.code ?? null,
        online: random() < 0.7 ? 'shop' : 'platform',
        place: known ? known.place : bench.place,
        handling: bench.office,
        goods: pick(things),
        price,
        bought,
        known: bought,
        issue,
        claims: random() < 0.5 ? ['refund'] : ['refund', 'damages'],
        facts: `（演示数据，内容虚构）${pick(complaintsOf[issue]!)}`,
        forDailyUse: true,
      }
      return { bench, received, beats, answers, price, stars: 3 + Math.floor(random() * 3) }
    })
  })
}

function weighted(share: number): readonly Beat[] {
  let sum = 0
  for (const [weight, beats] of stories) if (share < (sum += weight)) return beats
  return stories[0]![1]
}

async function tell(zhiheng: Zhiheng, people: ReadonlyMap<string, Person>, telling: Telling, at: number, today: Day): Promise<void> {
  const { bench, received, beats, answers, price, stars } = telling
  const record = namedId(`demonstration:complaint:${at}`)
  const own = at % 12 === 0
  const person = (role: Role): Person => (role === 'citizen' ? (own ? people.get('citizen')! : anyone) : people.get(bench[role])!)
  const take = (step: string, who: Person, day: Day, given: Readonly<Record<string, unknown>>) =>
    act(zhiheng.engine, {
      register: 'complaint',
      record,
      step,
      answers: given,
      key: `demonstration:complaint:${at}:${step}`,
      occurred: day,
      reason: '演示数据',
      person: who,
      hand: 'import',
    })
  await take('open', person(answers['channel'] === 'web' ? 'citizen' : 'clerk'), received, answers)
  for (const beat of beats) {
    const day = addDays(received, beat.after)
    if (day > today) return
    const given = { ...beat.answers }
    if ('recovered' in given) given['recovered'] = price
    if ('stars' in given) given['stars'] = stars
    await take(beat.step, person(beat.by), day, given)
  }
}

export async function addComplaints(zhiheng: Zhiheng, progress: Progress): Promise<void> {
  const { engine } = zhiheng
  const today = dayOf(engine.now())
  const names = [...new Set(['citizen', ...benches.flatMap((bench) => [bench.clerk, bench.mediator, bench.head])])]
  const people = new Map<string, Person>()
  for (const name of names) people.set(name, (await personOf(engine.database, name))!)
  const all = tellings(today)
  const bar = progress.begin('虚构投诉 invented complaints', all.length)
  let next = 0
  let done = 0
  const hand = async () => {
    for (let at = next++; at < all.length; at = next++) {
      await tell(zhiheng, people, all[at]!, at, today)
      bar(++done)
    }
  }
  await Promise.all(Array.from({ length: 8 }, hand))
}
