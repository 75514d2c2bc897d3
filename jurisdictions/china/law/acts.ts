// The catalogue of national law, of standards, and of sister provinces' rules that serve as models.
import consumer from './acts/consumer.json' with { type: 'json' }
import credit from './acts/credit.json' with { type: 'json' }
import enforcement from './acts/enforcement.json' with { type: 'json' }
import environmentEnergy from './acts/environment-energy.json' with { type: 'json' }
import environmentStandards from './acts/environment-standards.json' with { type: 'json' }
import food from './acts/food.json' with { type: 'json' }
import government from './acts/government.json' with { type: 'json' }
import information from './acts/information.json' with { type: 'json' }
import laboratoryStandards from './acts/laboratory-standards.json' with { type: 'json' }
import marks from './acts/marks.json' with { type: 'json' }
import product from './acts/product.json' with { type: 'json' }
import provinces from './acts/provinces.json' with { type: 'json' }
import qualityStandards from './acts/quality-standards.json' with { type: 'json' }
import technicalBodies from './acts/technical-bodies.json' with { type: 'json' }
import works from './acts/works.json' with { type: 'json' }

export const chinaActs: readonly unknown[] = [
  ...consumer, ...product, ...food, ...technicalBodies, ...enforcement, ...credit, ...works, ...environmentEnergy,
  ...information, ...government, ...marks, ...provinces, ...environmentStandards, ...qualityStandards, ...laboratoryStandards,
]
