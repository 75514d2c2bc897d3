// Single sampling plans of GB/T 2828.1-2012 (= ISO 2859-1:1999) as dated data: code letters, sizes, and the three tables as printed.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const upwards = words(
  '0与1之间的双箭头：有公开表格将前一格读作向上',
  'Two arrows stand between 0 and 1: a public table reads the first of them as upwards',
)

// One character per level: S-1, S-2, S-3, S-4, I, II, III.
const lots = [
  { upTo: 8, letters: 'AAAAAAB' },
  { upTo: 15, letters: 'AAAAABC' },
  { upTo: 25, letters: 'AABBBCD' },
  { upTo: 50, letters: 'ABBCCDE' },
  { upTo: 90, letters: 'BBCCCEF' },
  { upTo: 150, letters: 'BBCDDFG' },
  { upTo: 280, letters: 'BCDEEGH' },
  { upTo: 500, letters: 'BCDEFHJ' },
  { upTo: 1200, letters: 'CCEFGJK' },
  { upTo: 3200, letters: 'CDEGHKL' },
  { upTo: 10000, letters: 'CDFGJLM' },
  { upTo: 35000, letters: 'CDFHKMN' },
  { upTo: 150000, letters: 'DEGJLNP' },
  { upTo: 500000, letters: 'DEGJMPQ' },
  { upTo: null, letters: 'DEHKNQR' },
] as const

/** As printed: a number is Ac (Re = Ac + 1); ↓ and ↑ send to the first plan below or above, and its sample size goes with it. */
const plans = {
  normal: {
    A: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 7 10 14 21 30',
    B: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 30 44',
    C: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 30 44 ↑',
    D: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 30 44 ↑ ↑',
    E: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 30 44 ↑ ↑ ↑',
    F: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑',
    G: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    H: '↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    J: '↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    K: '↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    L: '↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    M: '↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    N: '↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    P: '↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    Q: '0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    R: '↑ ↑ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
  },
  tightened: {
    A: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 27',
    B: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 27 41',
    C: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 27 41 ↑',
    D: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 27 41 ↑ ↑',
    E: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 27 41 ↑ ↑ ↑',
    F: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑',
    G: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    H: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    J: '↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    K: '↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    L: '↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    M: '↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    N: '↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    P: '↓ ↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    Q: '↓ 0 ↓ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    R: '0 ↑ ↓ 1 2 3 5 8 12 18 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    S: '- - 1 - - - - - - - - - - - - - - - - - - - - - - -',
  },
  reduced: {
    A: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↓ ↓ 1 2 3 5 7 10 14 21 30',
    B: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 7 10 14 21 30',
    C: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 14 21 ↑',
    D: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 14 21 ↑ ↑',
    E: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 14 21 ↑ ↑ ↑',
    F: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑',
    G: '↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    H: '↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    J: '↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    K: '↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    L: '↓ ↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    M: '↓ ↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    N: '↓ ↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    P: '↓ 0 ↑ ↓ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    Q: '0 ↑ ↑ ↓ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
    R: '↑ ↑ ↑ 1 2 3 5 6 8 10 ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↑',
  },
} as const

export const singlePlans = {
  name: 'supervision.single-plans',
  title: words('计数抽样检验一次抽样方案', 'Single sampling plans by attributes'),
  kind: 'table',
  versions: [
    {
      from: '2013-02-15',
      basis: cite('gb-t-2828-1-2012'),
      mark: 'W',
      note: words(
        '三张表与标准抄本及 MIL-STD-105E 逐格核对，来源不一致的格列为未定；ISO 2859-1:2026 尚未见国内采标',
        'The tables were compared cell by cell with a transcript of the standard and MIL-STD-105E; cells on which sources differ are undecided; no Chinese adoption of ISO 2859-1:2026 was found',
      ),
      value: {
        edition: 'GB/T 2828.1-2012',
        levels: ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'],
        lots,
        letters: 'ABCDEFGHJKLMNPQRS',
        sizes: {
          normal: [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150],
          tightened: [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150],
          reduced: [2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800],
        },
        aqls: [
          '0.010', '0.015', '0.025', '0.040', '0.065', '0.10', '0.15', '0.25', '0.40', '0.65', '1.0', '1.5', '2.5',
          '4.0', '6.5', '10', '15', '25', '40', '65', '100', '150', '250', '400', '650', '1000',
        ],
        /** Above this, AQL counts nonconformities per 100 units and no longer per cent nonconforming. */
        percentUpTo: '10',
        plans,
        undecided: [
          {
            inspection: 'tightened',
            letter: 'A',
            aql: '10',
            otherwise: { n: 8, accept: 1 },
            why: words('MIL-STD-105E 的一种编码给出 (8; 1, 2)', 'One coding of MIL-STD-105E gives (8; 1, 2)'),
          },
          { inspection: 'tightened', letter: 'B', aql: '10', otherwise: { n: 2, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'C', aql: '6.5', otherwise: { n: 3, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'D', aql: '4.0', otherwise: { n: 5, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'E', aql: '2.5', otherwise: { n: 8, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'F', aql: '1.5', otherwise: { n: 13, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'G', aql: '1.0', otherwise: { n: 20, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'H', aql: '0.65', otherwise: { n: 32, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'J', aql: '0.40', otherwise: { n: 50, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'K', aql: '0.25', otherwise: { n: 80, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'L', aql: '0.15', otherwise: { n: 125, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'M', aql: '0.10', otherwise: { n: 200, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'N', aql: '0.065', otherwise: { n: 315, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'P', aql: '0.040', otherwise: { n: 500, accept: 0 }, why: upwards },
          { inspection: 'tightened', letter: 'Q', aql: '0.025', otherwise: { n: 800, accept: 0 }, why: upwards },
        ],
      },
    },
  ],
} as const satisfies ParameterData

export const switchingRules = {
  name: 'supervision.switching',
  title: words('抽样检验转移规则', 'Switching rules of acceptance sampling'),
  kind: 'table',
  versions: [
    {
      from: '2013-02-15',
      basis: cite('gb-t-2828-1-2012'),
      mark: 'U',
      note: words('转移得分条款已见，数值未与正文核对', 'The clause on the switching score was seen; the numbers were not compared with the text'),
      value: {
        tighten: { rejected: 2, within: 5 },
        relax: { accepted: 5 },
        stop: { rejected: 5 },
        reduce: { score: 30 },
        points: { small: 2, large: 3, largeFrom: 2 },
      },
    },
  ],
} as const satisfies ParameterData
