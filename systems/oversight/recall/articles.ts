// Articles of a recall by its line (依據): one step serves four lines of products, and each is told the rule of its own, of its own day.
import { after, byField, cite, type Citation } from '../../../kernel/citation.ts'

const goods = after('2019-12-31', cite('consumer-protection-law', '33'), cite('samr-order-19'))
const equipment = cite('special-equipment-law', '26')

/** The article for cars, and for food where it is the law itself and not its measures; goods are meant where no line is known yet. */
export const ruled = (car: string, food: Citation = cite('food-recall-measures')): Citation =>
  byField('line', { car: cite('car-recall-regulation', car), food, equipment }, goods)

/** What is ordered, and how an order falls. */
export const ordered = ruled('15', cite('food-safety-law', '63'))
