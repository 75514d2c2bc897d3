// Hebei: its divisions, offices and demonstration accounts, with the parameters of national law.
import type { Division } from '../../kernel/area.ts'
import type { ParameterData } from '../../kernel/parameter.ts'
import { singlePlans, switchingRules } from '../china/acceptance-sampling/single-plans.ts'
import { aqi } from '../china/air-quality/aqi.ts'
import { compositeIndexMethod, weightedCompositeIndexMethod } from '../china/air-quality/composite-index.ts'
import { evaluation } from '../china/air-quality/evaluation.ts'
import { limits } from '../china/air-quality/limits.ts'
import { screening } from '../china/air-quality/screening.ts'
import { trend } from '../china/air-quality/trend.ts'
import { validity } from '../china/air-quality/validity.ts'
import { industries } from '../china/classifications/industries.ts'
import { registration } from '../china/classifications/registration.ts'
import elsewhere from '../china/divisions/elsewhere.json' with { type: 'json' }
import { notices } from '../china/calendar/index.ts'
import { parameters } from '../china/parameters/index.ts'
import { readingHazards } from '../china/risk/readings.ts'
import { chartRules, earsRules, farringtonRules, ratioPrior, riskMatrix, signalRules } from '../china/risk/early-warning.ts'
import { methodHours, resultScreening } from '../china/testing/screening.ts'
import divisions from './divisions/divisions.json' with { type: 'json' }
import accounts from './offices/demonstration-accounts.json' with { type: 'json' }
import offices from './offices/offices.json' with { type: 'json' }
import complaints from './parameters/complaints.json' with { type: 'json' }
import enforcement from './parameters/enforcement.json' with { type: 'json' }

export interface AccountData {
  readonly id: string
  readonly name: string
  readonly office: string | null
  readonly face: 'office' | 'enterprise' | 'laboratory' | 'public'
  readonly speaksFor?: readonly string[]
  readonly holdings: readonly {
    readonly duty: string
    readonly reach: 'own' | 'party' | 'office' | 'area' | 'all'
    readonly area?: string
  }[]
}

export const hebei = {
  id: 'hebei',
  title: { zh: '河北省', en: 'Hebei Province' },
  /** Unique name of the log; the site is where publications can be looked up. */
  origin: 'quality.hebei.example/log',
  site: 'http://127.0.0.1:8080',
  root: '130000',
  divisions: divisions as readonly Division[],
  /** Places outside the province, by code: full names. */
  elsewhere: elsewhere as Readonly<Record<string, string>>,
  offices,
  accounts: accounts as readonly AccountData[],
  notices,
  parameters: [
    ...parameters,
    ...(complaints as readonly ParameterData[]),
    ...(enforcement as readonly ParameterData[]),
    aqi,
    limits,
    validity,
    evaluation,
    compositeIndexMethod,
    weightedCompositeIndexMethod,
    trend,
    screening,
    singlePlans,
    switchingRules,
    farringtonRules,
    earsRules,
    chartRules,
    signalRules,
    ratioPrior,
    riskMatrix,
    readingHazards,
    resultScreening,
    methodHours,
    industries,
    registration,
  ] as readonly ParameterData[],
} as const
