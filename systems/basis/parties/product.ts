// The register of products: brand, model, GTIN and class, each of one enterprise.
import { party, text } from '../../../kernel/kinds.ts'
import { cite } from '../../../kernel/citation.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { checkGtin } from '../../../kernel/check-digits.ts'
import { industryOf } from './industry.ts'
import { partyRefusals } from './refusals.ts'

export const product = register('product', {
  title: words('产品', 'Products'),
  headline: 'name',
  concerns: 'producer',
  knownBy: ['producer', 'name', 'model'],
  readBy: ['reader'],
  fields: {
    producer: party(words('生产者', 'Producer')),
    name: text(words('产品名称', 'Name'), { searched: true }),
    brand: text(words('品牌', 'Brand'), { optional: true }),
    model: text(words('规格型号', 'Model'), { optional: true }),
    gtin: text(words('商品条码', 'GTIN'), { optional: true, length: 14 }),
    class: text(words('产品类别（GB/T 4754）', 'Class of product (GB/T 4754)'), { length: 20 }),
    standard: text(words('执行标准', 'Standard'), { optional: true }),
  },
})

const basis = cite('product-quality-law', '27')

function checkCode(gtin: string | null): void {
  if (gtin !== null && !checkGtin(gtin)) partyRefusals.refuse('wrong-gtin', { gtin, field: 'gtin' })
}

export const productLife = procedure(product, {
  duties: { registrar: words('登记员', 'Registrar'), self: words('本单位', 'The body itself'), reader: words('查询人', 'Reader') },
  states: { made: words('在产', 'In production'), ended: words('停产', 'Ended') },
  ends: ['ended'],
  opens: {
    title: words('登记产品', 'Enter a product'), state: 'made', by: ['registrar', 'self'], basis,
    check: (c) => checkCode(c.answers.gtin),
    gives: (c) => ({ class: industryOf(c, c.answers.class, 'class') }),
  },
  steps: (step) => ({
    change: step({
      title: words('变更', 'Change'), from: 'made', to: 'made', by: ['registrar', 'self'], returning: true, basis,
      asks: ask(product, 'name', 'brand', 'model', 'gtin', 'class', 'standard'), check: (c) => checkCode(c.answers.gtin),
      gives: (c) => ({ class: industryOf(c, c.answers.class, 'class') }),
    }),
    end: step({ title: words('停产', 'End'), from: 'made', to: 'ended', by: ['registrar', 'self'], basis }),
  }),
})
