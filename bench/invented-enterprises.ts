// Invented enterprises for the benches: names built as the law builds them (place, brand, trade, form), frequent words included.
import { hebei } from '../jurisdictions/hebei/index.ts'
import { checkCharacter } from '../kernel/usc-code.ts'

/** Mulberry32: the same names in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const characters = [
  ...'恒瑞德盛华泰鑫源宏达兴隆金诚信和顺利永丰安康瑞祥福润通联合创新天地明远东方中正大海洋润泽景晨曦朝阳旭日升腾飞跃龙凤麒麟',
  ...'凯旋锦绣山河川江湖泉溪林森木竹松柏梅兰菊荷桂枫杉桐杨柳榆槐桑麻稻谷麦禾苗穗春夏秋冬风云雨雪霜露星辰月宇宙乾坤太极',
  ...'仁义礼智孝悌忠勇廉洁勤俭善良美好真诚爱心慈惠民生众志成城同德齐力图强奋进拓展宽广博雅文武英杰俊豪雄伟壮丽佳音乐韵诗书画卷',
  ...'玉石珠宝翡翠琥珀珍钻晶莹光辉耀眼亮彩虹霞绮罗绸缎丝绵棉纺织衣冠楚汉唐宋元清燕赵魏齐鲁晋秦吴越巴蜀滇黔桂湘赣闽粤琼',
  ...'一二三四五六七八九十百千万亿双全优精尖特奇异卓越超群冠领先锋前程似锦长久远达观澜沧浩瀚渤碧青蓝紫红橙黄绿白黑灰银铜铁铝锌钛',
]

/** Share of a choice among all: the frequent ones are frequent as in a real register. */
type Weighted = readonly (readonly [string, number])[]

const trades: Weighted = [
  ...([['商贸', 80], ['科技', 90], ['建筑工程', 55], ['建材', 40], ['食品', 34], ['机械设备', 30], ['农业科技', 26], ['装饰工程', 24]] as const),
  ...([['汽车销售', 22], ['物流', 22], ['劳务派遣', 18], ['五金制品', 18], ['电子商务', 17], ['房地产开发', 16], ['文化传媒', 16]] as const),
  ...([['餐饮管理', 16], ['丝网制品', 14], ['橡胶制品', 12], ['金属制品', 12], ['塑料制品', 12], ['化工', 11], ['医疗器械', 11]] as const),
  ...([['服装', 10], ['纺织', 9], ['家具', 9], ['环保工程', 9], ['印刷包装', 8], ['箱包', 8], ['管道装备', 7], ['电线电缆', 7]] as const),
  ...([['钢铁', 6], ['铸造', 6], ['玻璃制品', 5], ['羊绒制品', 5], ['乳业', 4], ['种业', 4], ['水泥', 3], ['陶瓷', 3], ['轴承', 3]] as const),
  ...([['矿业', 3], ['酒业', 3], ['皮革', 3], ['农机', 2], ['自行车', 2], ['锅炉', 2], ['阀门', 2], ['冷链', 1], ['光伏', 1]] as const),
]
const forms: Weighted = [
  ...([['有限公司', 600], ['有限责任公司', 60], ['股份有限公司', 15], ['经营部', 80], ['商行', 50], ['门市部', 40], ['厂', 50]] as const),
  ...([['加工厂', 25], ['专业合作社', 40], ['家庭农场', 15], ['中心', 15], ['有限公司分公司', 10]] as const),
]

/** Chooses by weight: a wheel on which each stands as often as it weighs. */
function picker(list: Weighted): (at: number) => string {
  const wheel = list.flatMap(([text, weight]) => Array.from({ length: weight }, () => text))
  return (at) => wheel[Math.floor(at * wheel.length)]!
}

export interface Invented {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly kind: 'company' | 'individual'
  readonly established: string
}

/** A character early in the list is chosen more often, as in real brands. */
const brandCharacter = (random: () => number): string => characters[Math.floor(characters.length * random() ** 1.6)]!

export function* inventedEnterprises(count: number, seed = 20161117): Generator<Invented> {
  const random = seeded(seed)
  const [trade, form] = [picker(trades), picker(forms)]
  const counties = hebei.divisions.filter((d) => d.level === 'county' && d.to === undefined)
  const cities = new Map(hebei.divisions.filter((d) => d.level === 'city').map((d) => [d.code, d.name]))
  for (let n = 0; n < count; n++) {
    // As a real export comes: sorted by place.
    const county = counties[Math.floor((n / count) * counties.length)]!
    const city = (county.parent && cities.get(county.parent)) ?? county.name
    const kind = random() < 0.7 ? 'company' : 'individual'
    const where = random() < 0.35 ? city.replace(/市$/, '') : random() < 0.4 ? '河北' : random() < 0.5 ? city : county.name
    const brand = Array.from({ length: random() < 0.75 ? 2 : 3 }, () => brandCharacter(random)).join('')
    const body = `${kind === 'company' ? '91' : '92'}${county.code}${String(n).padStart(9, '0')}`
    yield {
      code: body + checkCharacter(body),
      name: `${where}${brand}${trade(random())}${form(random())}`,
      place: county.code,
      kind,
      established: `${1990 + Math.floor(random() * 30)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
    }
  }
}
