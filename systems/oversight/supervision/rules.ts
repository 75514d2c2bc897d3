// The articles that supervision rests on, with those of 2016 in whose place they came.
import { after, cite } from '../../../kernel/citation.ts'

/** Spot checks: Order 133 until the end of 2019, Order 18 since. */
export const order = after('2019-12-31', cite('aqsiq-order-133'), cite('samr-order-18'))
/** Two samplers with notice and identity: article 17 of Order 133, and its successor. */
export const twoSamplers = after('2019-12-31', cite('aqsiq-order-133', '17'), cite('samr-order-18'))
export const quality = (article: string) => cite('product-quality-law', article)
export const equipmentLaw = (article: string) => cite('special-equipment-law', article)
/** Accidents: the regulation on special equipment for levels and approval, the one on accidents for reports and inquiries. */
export const equipmentRule = (article: string) => cite('special-equipment-regulation', article)
export const accidentRule = (article: string) => cite('accident-regulation', article)
/** Supervision of major equipment: the programme asks for it; the rule on its bodies was not read, and nothing here is a permit. */
export const majorWorks = cite('hebei-2016-33', '4.2')
/** Checks of special equipment: the law alone until Order 57 of 2022. */
export const order57 = after('2022-06-30', cite('special-equipment-law', '61'), cite('samr-order-57'))
/** Certificates are taken by whoever gave them, production licences by their authority; a platform acts on what it is told. */
export const certification = (article: string) => cite('certification-regulation', article)
export const licences = (article: string) => cite('industrial-licence-regulation', article)
export const eCommerce = (article: string) => cite('e-commerce-law', article)
