// What risk work rests on, and its code lists: sources of signals, hazards, levels of products and colours of warnings.
import { after, cite } from '../../../kernel/citation.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import type { RiskLevel } from './severity-probability.ts'

/** Collecting and screening what is told of products. */
export const monitoring = cite('gb-t-30136-2013')
/** Assessment: the guide of 2020 took the place of that of 2008, which was not read; until then the monitoring standard. */
export const assessment = after('2020-12-31', cite('gb-t-30136-2013'), cite('gb-t-22760-2020'))
/** Grades of warnings, what a warning says and what follows: the law of 2007 as a whole, since its articles were not read. */
const emergency = (article: string) => after('2024-10-31', cite('emergency-response-law'), cite('emergency-response-law', article))
export const grades = emergency('63')
export const warningText = emergency('64')
export const warningMeasures = emergency('66')

export const sources = {
  sample: words('监督抽查', 'Spot check'),
  complaint: words('投诉举报', 'Complaint'),
  recall: words('召回', 'Recall'),
  accident: words('事故', 'Accident'),
  reading: words('监测读数', 'Reading'),
  hospital: words('医疗机构', 'Hospital'),
  media: words('媒体', 'Media'),
  online: words('电子商务', 'E-commerce'),
  customs: words('海关', 'Customs'),
  overseas: words('境外通报', 'Notice from abroad'),
  laboratory: words('检验机构', 'Laboratory'),
  firm: words('企业', 'Enterprise'),
} as const
export type Source = keyof typeof sources

export const hazards = {
  mechanical: words('机械', 'Mechanical'),
  electrical: words('电气', 'Electrical'),
  chemical: words('化学', 'Chemical'),
  biological: words('生物', 'Biological'),
  heat: words('热', 'Heat and fire'),
  radiation: words('辐射', 'Radiation'),
  children: words('儿童特有', 'To children'),
  other: words('其他或者不明', 'Other or not known'),
} as const
export type Hazard = keyof typeof hazards

/** What is not a product but is breathed, drunk or heard: readings speak of it, and nobody makes it. */
export const surroundings = {
  ambientAir: { title: words('环境空气', 'Ambient air') },
  surfaceWater: { title: words('地表水', 'Surface water') },
  soil: { title: words('土壤', 'Soil') },
  noise: { title: words('声环境', 'Noise') },
} as const
/** Classes of which a signal or a matter may be. */
export const subjects = { ...productClasses, ...surroundings } as const
export const isSurrounding = (productClass: string): boolean => productClass in surroundings

export const levels = {
  serious: words('严重', 'Serious'),
  high: words('高', 'High'),
  medium: words('中', 'Medium'),
  low: words('低', 'Low'),
} as const

export const colours = {
  red: { title: words('红色', 'Red'), code: '1' },
  orange: { title: words('橙色', 'Orange'), code: '2' },
  yellow: { title: words('黄色', 'Yellow'), code: '3' },
  blue: { title: words('蓝色', 'Blue'), code: '4' },
} as const
export type Colour = keyof typeof colours

/** Two scales kept apart: the level is found by arithmetic, the colour is decided by a person and is usually this one. */
export const usualColour: Readonly<Record<RiskLevel, Colour>> = { serious: 'red', high: 'orange', medium: 'yellow', low: 'blue' }
/** Red and orange are for the province alone. */
export const isProvincial = (colour: string | null): boolean => colour === 'red' || colour === 'orange'
