// Measures that other bodies may take (聯合獎懲): which of them may be used on a day, and by which article, is dated data.
import { words } from '../../../kernel/words.ts'

export const measures = {
  punish: {
    'more-checks': words('提高检查频次', 'More frequent checks'),
    'no-commitment': words('不适用告知承诺制', 'No licence on mere commitment'),
    'no-honours': words('不授予荣誉称号', 'No honours'),
    procurement: words('限制参加政府采购', 'Kept from government procurement'),
    tender: words('限制参加工程招标投标', 'Kept from tenders for works'),
    land: words('限制取得国有土地', 'Kept from state land'),
    office: words('限制法定代表人任职', 'Legal representative kept from office'),
  },
  reward: {
    'fast-track': words('行政审批绿色通道', 'Fast track for permits'),
    'fewer-checks': words('降低检查频次', 'Fewer checks'),
    preference: words('同等条件下优先', 'Preference where all else is equal'),
    publicity: words('公开宣传', 'Publicity'),
  },
} as const

export type Sort = keyof typeof measures
export const sorts = { punish: words('惩戒', 'Punishment'), reward: words('激励', 'Reward') } as const

/** Which measures may be used, each with the article that allows it: the value of `credit.joint-measures`. */
export type MeasureList = Readonly<Record<Sort, Readonly<Record<string, string>>>>
