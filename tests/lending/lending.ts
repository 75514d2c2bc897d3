// A made-up system, a library that lends books, which uses every noun of the grammar once.
import { fits } from '../../kernel/filter.ts'
import { answer, question } from '../../kernel/question.ts'
import { check } from '../../kernel/check.ts'
import { cite } from '../../kernel/citation.ts'
import { documentForm } from '../../kernel/document.ts'
import { linkage } from '../../kernel/linkage.ts'
import { measure } from '../../kernel/measure.ts'
import { page } from '../../kernel/page.ts'
import { parameter } from '../../kernel/deadline.ts'
import type { ParameterData } from '../../kernel/parameter.ts'
import { procedure } from '../../kernel/procedure.ts'
import { publication } from '../../kernel/publication.ts'
import { refusals } from '../../kernel/refusal.ts'
import { ask, register } from '../../kernel/register.ts'
import { scale } from '../../kernel/scale.ts'
import { stream } from '../../kernel/stream.ts'
import { system } from '../../kernel/system.ts'
import { amount, area, choice, day, files, integer, office, party, rows, text, yes } from '../../kernel/kinds.ts'
import { words } from '../../kernel/words.ts'

const rules = cite('lending-rules', '1')
const { refuse, ...lendingRefusals } = refusals('lending', {
  'too-many': {
    status: 409,
    title: words('借书过多', 'Too many books'),
    detail: words('已借 {count} 本，最多 {most} 本。', '{count} books are out, at most {most} may be.'),
    remedy: words('先还一本。', 'Bring one back first.'),
    basis: rules,
  },
})

export const wellRead = question<{ reader: string }, number>('lending.books-allowed', {
  title: words('可借几本', 'How many books may be out'),
  otherwise: 2,
  why: words('无人回答时按最少', 'The least while nobody answers'),
})

export const loan = register('loan', {
  title: words('借阅', 'Loans'),
  number: 'J{year}{seq}',
  headline: 'book',
  placedBy: 'branch',
  knownBy: ['book', 'reader', 'lentOn'],
  fields: {
    book: text(words('书名', 'Book'), { searched: true }),
    reader: text(words('读者', 'Reader'), { length: 40 }),
    name: text(words('读者姓名', 'Name of the reader'), { personal: true, shownTo: ['librarian'] }),
    branch: area(words('分馆', 'Branch')),
    desk: office(words('服务台', 'Desk'), { optional: true }),
    lentOn: day(words('借出日', 'Lent on')),
    kind: choice(words('类别', 'Kind'), { novel: words('小说', 'Novel'), atlas: words('地图', 'Atlas') }),
    fine: amount(words('罚款', 'Fine'), { optional: true }),
    good: yes(words('完好', 'In good order'), { optional: true }),
    times: integer(words('续借次数', 'Renewals'), { optional: true, minimum: '0' }),
    harm: rows(
      words('损坏', 'Harm'),
      {
        page: integer(words('页', 'Page'), { minimum: '1' }),
        seen: day(words('发现日期', 'Seen on')),
        cost: amount(words('修补费', 'Cost of mending'), { optional: true }),
      },
      { optional: true, most: 5 },
    ),
    struckOn: day(words('记录保留至', 'On record until'), { optional: true, mayLieAhead: true }),
    others: integer(words('同书在借', 'The same book out'), { optional: true }),
  },
})

export const slip = documentForm('loan-slip', {
  title: words('借书单', 'Loan slip'),
  number: '馆借〔{year}〕{seq}号',
  ways: ['direct', 'left', 'electronic', 'notice'],
  signedBy: ['librarian', 'reader'],
  servedBy: ['librarian'],
  readBy: ['librarian', 'reader'],
  basis: rules,
  template: (c) => ({
    kind: 'receipt',
    language: 'zh',
    number: c.number,
    title: '借书单',
    blocks: [{ kind: 'paragraph', text: `${c.show('name')}借${c.show('book')}` }],
  }),
})

export const lending = procedure(loan, {
  duties: { reader: words('读者', 'Reader'), librarian: words('馆员', 'Librarian'), head: words('馆长', 'Head') },
  states: {
    lent: words('借出', 'Lent'),
    repairing: words('修补', 'Being mended'),
    back: words('已还', 'Back'),
    lost: words('遗失', 'Lost'),
  },
  ends: ['back', 'lost'],
  opens: {
    state: 'lent',
    by: ['reader', 'librarian'],
    basis: rules,
    issues: slip,
    asks: ['book', 'reader', 'name', 'branch', 'desk', 'lentOn', 'kind'],
    async confirm(c, at) {
      const most = (await at.ask('lending.books-allowed', { reader: c.answers.reader })) as number
      const count = await at.count('loan', { reader: c.answers.reader, state: ['lent', 'repairing'] })
      if (count >= most) refuse('too-many', { count, most, field: 'reader' })
    },
  },
  steps: (step) => ({
    mend: step({ title: words('送修', 'Send to be mended'), from: 'lent', to: 'repairing', by: 'librarian', basis: rules }),
    mended: step({ title: words('修好', 'Mended'), from: 'repairing', to: 'lent', by: 'librarian', basis: rules, returning: true }),
    move: step({
      title: words('转馆', 'Move to another branch'),
      from: 'lent',
      to: 'lent',
      by: 'librarian',
      basis: rules,
      movesTo: 'to',
      returning: true,
      asks: { to: office(words('服务台', 'Desk')), newBranch: area(words('分馆', 'Branch')) },
      gives: (c) => ({ branch: c.answers.newBranch }),
    }),
    bring: step({
      title: words('还书', 'Bring back'),
      from: 'lent',
      to: 'back',
      by: ['reader', 'librarian'],
      basis: rules,
      asks: {
        ...ask(loan, 'good', 'fine', 'harm'),
        // Files that only the journal keeps, with the answers of the step.
        seen: files(words('还书照片', 'Pictures on return'), { optional: true, personal: true, accepts: ['jpeg', 'png'] }),
      },
      // What is read in the transaction is written down: how many of the same book are still out on that day.
      confirm: async (c, at) => ({ others: (await at.list('loan', { book: c.record.book, state: 'lent' })).length - 1 }),
    }),
    lose: step({ title: words('报失', 'Report lost'), from: ['lent', 'repairing'], to: 'lost', by: 'head', notBy: ['open'], basis: rules }),
    forgive: step({ title: words('免责', 'Forgive'), from: 'lost', to: 'back', by: 'head', returning: true, basis: rules, gives: (c) => ({ struckOn: c.today }) }),
    overdue: step({ title: words('记为遗失', 'Taken as lost'), from: 'lent', to: 'lost', by: 'head', basis: rules }),
  }),
  deadlines: [
    {
      name: 'return',
      title: words('还书期限', 'Bring back'),
      starts: { field: 'lentOn' },
      metBy: ['bring'],
      pausedIn: ['repairing'],
      within: parameter('lending.term'),
      except: [{ field: 'kind', is: 'atlas', within: parameter('lending.atlas-term') }],
      extension: { by: 'librarian', within: parameter('lending.renewal'), times: 1 },
      lapse: 'alarm',
    },
    {
      name: 'objection',
      title: words('对借书单提出异议', 'Object to the slip'),
      starts: { served: 'loan-slip' },
      metBy: ['bring'],
      within: parameter('lending.objection'),
      lapse: 'alarm',
    },
    {
      name: 'loss',
      title: words('视为遗失', 'Taken as lost'),
      starts: 'lent',
      metBy: ['bring', 'lose'],
      within: parameter('lending.loss'),
      lapse: { take: 'overdue', basis: rules },
    },
  ],
})

export const letter = register('reminder', {
  title: words('催还', 'Reminders'),
  headline: 'loan',
  fields: {
    loan: text(words('借阅号', 'Number of the loan')),
    cost: amount(words('费用', 'Cost'), { optional: true }),
    notice: files(words('所附公告', 'Notice enclosed'), { optional: true }),
  },
})

export const reminding = procedure(letter, {
  duties: { librarian: words('馆员', 'Librarian') },
  states: { written: words('已写', 'Written'), sent: words('已寄', 'Sent') },
  ends: ['sent'],
  opens: {
    state: 'written',
    by: 'librarian',
    basis: rules,
    check: (c) => {
      // A reminder for a loan marked so is refused, to see what becomes of a refused consequence.
      if (c.answers.loan.endsWith('9')) refuse('too-many', { count: 9, most: 8 })
    },
  },
  steps: (step) => ({ send: step({ title: words('寄出', 'Send'), from: 'written', to: 'sent', by: 'librarian', basis: rules }) }),
})

export const lossToReminder = linkage('lending.loss-to-reminder', {
  title: words('报失后催赔', 'A loss causes a letter'),
  when: { register: 'loan', step: 'lose' },
  if: ({ record }) => record['kind'] === 'novel',
  then: { open: 'reminder', with: ({ record }) => ({ loan: record.number }) },
  by: 'librarian',
  basis: rules,
})

export const closingDay = register('closing-day', {
  title: words('闭馆', 'Closing days'),
  headline: 'branch',
  placedBy: 'branch',
  concerns: ['landlord', 'builder'],
  fields: {
    branch: area(words('分馆', 'Branch')),
    notice: files(words('公告', 'Notice'), { optional: true, accepts: ['pdf', 'docx'], most: 2 }),
    loans: rows(words('逐件', 'Each'), { number: text(words('借阅号', 'Number')) }, { optional: true }),
    landlord: party(words('产权人', 'Landlord'), { optional: true }),
    builder: party(words('施工人', 'Builder'), { optional: true }),
  },
})

export const closing = procedure(closingDay, {
  duties: { head: words('馆长', 'Head'), neighbour: words('相关单位', 'Party concerned') },
  states: { announced: words('已公告', 'Announced'), shut: words('已闭馆', 'Shut'), cancelled: words('已取消', 'Cancelled') },
  ends: ['cancelled'],
  opens: { state: 'announced', by: 'head', basis: rules },
  steps: (step) => ({
    shut: step({ title: words('闭馆', 'Shut'), from: 'announced', to: 'shut', by: 'head', basis: rules }),
    cancel: step({ title: words('取消', 'Cancel'), from: 'shut', to: 'cancelled', by: 'head', basis: rules }),
  }),
})

/** Several consequences of one cause: a letter for each loan that is named, and the mending of every book lent by the branch. */
export const closingLinks = [
  linkage('lending.closing-letters', {
    title: words('闭馆逐件催还', 'A closing causes a letter for each loan'),
    when: { register: 'closing-day', step: 'shut' },
    if: ({ record }) => record.state === 'shut',
    then: {
      open: 'reminder',
      with: ({ record }) => (record['loans'] as readonly { number: string }[]).map(({ number }) => ({ loan: number, notice: record['notice'] })),
    },
    by: 'librarian',
    basis: rules,
  }),
  linkage('lending.closing-mends', {
    title: words('闭馆时送修', 'A closing sends the branch’s books to be mended'),
    when: { register: 'closing-day', step: 'shut' },
    then: { step: 'mend', of: 'loan', where: ({ record }) => fits({ branch: record.area, state: 'lent' }), with: () => ({}) },
    by: 'librarian',
    basis: rules,
  }),
]

export const visitors = stream('visitors', {
  title: words('到馆人数', 'Visitors'),
  points: { register: 'loan', by: 'branch' },
  interval: 'hour',
  items: { people: { title: words('人数', 'People'), unit: '人', places: 0 } },
  screen: (reading) =>
    reading.value !== null && Number(reading.value) < 0 ? { reason: 'negative', words: words('人数为负', 'Fewer than nobody') } : null,
  sentBy: 'librarian',
  correctedBy: 'head',
})

const editions = [{ name: '1', from: '2010-01-01', basis: rules }]

export const lendingMeasures = [
  measure('lending.loans', {
    title: words('借阅数', 'Loans'),
    unit: '件',
    places: 0,
    better: 'higher',
    source: { register: 'loan', on: 'lentOn' },
    dimensions: ['area'],
    period: 'month',
    calculation: { kind: 'count' },
    editions,
    basis: rules,
    origin: 'computed',
  }),
  measure('lending.good-rate', {
    title: words('完好率', 'Share in good order'),
    unit: '%',
    places: 1,
    better: 'higher',
    source: { register: 'loan', on: 'lentOn' },
    dimensions: ['area'],
    period: 'month',
    calculation: { kind: 'rate', part: { field: 'good', is: true }, of: { field: 'state', is: 'back' } },
    interval: 'wilson',
    frame: 'books brought back',
    editions,
    basis: rules,
    origin: 'computed',
  }),
  measure('lending.visitors', {
    title: words('日到馆', 'Visitors of a day'),
    unit: '人',
    places: 0,
    better: 'higher',
    source: { stream: 'visitors', items: ['people'] },
    dimensions: ['branch'],
    period: 'day',
    calculation: { kind: 'sum' },
    editions,
    basis: rules,
    origin: 'computed',
  }),
  measure('lending.visitors-month', {
    title: words('月均到馆', 'Visitors a day in a month'),
    unit: '人',
    places: 1,
    better: 'higher',
    source: { measure: 'lending.visitors' },
    dimensions: ['branch'],
    period: 'month',
    calculation: { kind: 'mean' },
    editions,
    basis: rules,
    origin: 'computed',
  }),
]

export const readerGrade = scale('lending.reader', {
  title: words('读者等级', 'Grade of a reader'),
  of: 'loan',
  basis: rules,
  editions: [
    {
      name: '2020',
      from: '2020-01-01',
      to: '2022-12-31',
      starts: '100',
      lines: [{ name: 'late', title: words('逾期', 'Late'), fact: 'late', points: '-10', counts: 'each', least: '-30', basis: rules }],
      vetoes: [{ name: 'lost', title: words('遗失', 'Lost'), fact: 'lost', atMost: 'C', basis: rules }],
      grades: [
        { grade: 'A', least: '90' },
        { grade: 'B', least: '70' },
        { grade: 'C', least: '0' },
      ],
    },
    {
      name: '2023',
      from: '2023-01-01',
      starts: '100',
      lines: [{ name: 'late', title: words('逾期', 'Late'), fact: 'late', points: '-5', counts: 'each', basis: rules }],
      vetoes: [],
      grades: [
        { grade: 'A', least: '90' },
        { grade: 'B', least: '70' },
        { grade: 'C', least: '-1000' },
      ],
    },
  ],
})

/** A scale that takes its facts from records and its numbers from dated data. */
export const borrowerClass = scale('lending.borrower', {
  title: words('借书人等级', 'Class of a borrower'),
  of: 'loan',
  key: 'reader',
  facts: {
    novels: { register: 'loan', by: 'reader', on: 'lentOn', until: 'struckOn', where: { field: 'kind', is: 'novel' } },
    atlases: { register: 'loan', by: 'reader', on: 'lentOn', where: { field: 'kind', is: 'atlas' } },
    lost: { register: 'loan', by: 'reader', on: 'lentOn', until: 'struckOn', where: { field: 'state', is: 'lost' } },
  },
  weights: parameter('lending.weights'),
  basis: rules,
  editions: [
    {
      name: 'by-loans',
      from: '2020-01-01',
      lines: [
        { name: 'novels', title: words('小说', 'Novels'), fact: 'novels', counts: 'each', basis: rules },
        { name: 'atlases', title: words('地图', 'Atlases'), fact: 'atlases', counts: 'if', basis: rules },
      ],
      vetoes: [{ name: 'lost', title: words('遗失', 'Lost'), fact: 'lost', atMost: 'C', basis: rules }],
      grades: [{ grade: 'A' }, { grade: 'B' }, { grade: 'C' }, { grade: 'D' }],
    },
  ],
})

export const shelf = publication('lost-books', {
  title: words('遗失图书', 'Lost books'),
  of: loan,
  states: ['lost'],
  fields: ['book', 'branch', 'lentOn'],
  term: parameter('lending.publication'),
  basis: rules,
  sealed: true,
})

export const lendingSystem = system('lending', {
  group: 'steering',
  title: words('借阅', 'Lending'),
  chapter: '0',
  registers: [loan, letter, closingDay],
  procedures: [lending, reminding, closing],
  documents: [slip],
  streams: [visitors],
  measures: lendingMeasures,
  scales: [readerGrade, borrowerClass],
  publications: [shelf],
  linkages: [lossToReminder, ...closingLinks],
  questions: [wellRead],
  checks: [
    check('back-with-fine', {
      title: words('已还却有罚款', 'Back with a fine'),
      of: 'loan',
      among: { all: [{ field: 'state', is: 'back' }, { not: { field: 'fine', is: null } }] },
      severity: 'warning',
      why: words('应收未收', 'It is owed'),
      remedy: words('收款', 'Collect it'),
    }),
  ],
  pages: [page('/lending', { title: words('借阅', 'Lending'), face: 'office', for: ['librarian'] })],
  refusals: lendingRefusals,
})

/** A second system that answers the question of the first. */
export const generousSystem = system('generosity', {
  group: 'steering',
  title: words('宽限', 'Generosity'),
  chapter: '0',
  answers: [answer(wellRead, async ({ reader }) => (reader === 'professor' ? 9 : 2))],
})

const term = (length: number, unit: 'day' | 'workday') => ({ length, unit })
export const lendingParameters: readonly ParameterData[] = [
  {
    name: 'lending.term',
    title: words('还书期限', 'Term'),
    kind: 'term',
    versions: [
      { from: '2010-01-01', to: '2025-12-31', value: term(30, 'day'), basis: rules, mark: 'V' },
      { from: '2026-01-01', value: term(10, 'workday'), basis: cite('lending-rules', '2'), mark: 'V' },
    ],
  },
  {
    name: 'lending.atlas-term',
    title: words('地图还期', 'Term of an atlas'),
    kind: 'term',
    versions: [{ from: '2026-01-01', to: '2026-12-31', value: term(3, 'day'), basis: cite('lending-rules', '3'), mark: 'V' }],
  },
  {
    name: 'lending.renewal',
    title: words('续借', 'Renewal'),
    kind: 'term',
    versions: [{ from: '2010-01-01', value: term(5, 'workday'), basis: rules, mark: 'V' }],
  },
  {
    name: 'lending.objection',
    title: words('异议期限', 'Objection'),
    kind: 'term',
    versions: [{ from: '2010-01-01', value: term(15, 'day'), basis: rules, mark: 'V' }],
  },
  {
    name: 'service.announcement',
    title: words('公告送达期限', 'Service by announcement'),
    kind: 'term',
    versions: [{ from: '2010-01-01', value: term(30, 'day'), basis: rules, mark: 'V' }],
  },
  {
    name: 'lending.loss',
    title: words('视为遗失', 'Loss'),
    kind: 'term',
    versions: [{ from: '2010-01-01', value: term(365, 'day'), basis: rules, mark: 'D' }],
  },
  {
    name: 'lending.publication',
    title: words('公示期', 'Publication'),
    kind: 'term',
    versions: [{ from: '2010-01-01', value: term(90, 'day'), basis: rules, mark: 'V' }],
  },
  {
    name: 'lending.weights',
    title: words('借书人等级的分值', 'Numbers of the class of a borrower'),
    kind: 'table',
    versions: [
      {
        from: '2020-01-01',
        to: '2025-12-31',
        value: {
          starts: '100',
          lines: { novels: { points: '-7.5', months: 12, least: '-30' }, atlases: { points: '5' } },
          grades: { A: '100', B: '90', C: '75', D: '0' },
        },
        basis: rules,
        mark: 'D',
      },
      {
        from: '2026-01-01',
        value: {
          starts: '90',
          lines: { novels: { points: '-2.25', months: 6 }, atlases: { points: '10', months: 24, most: '8' } },
          grades: { A: '95', B: '85', C: '80', D: '0' },
        },
        basis: rules,
        mark: 'D',
      },
    ],
  },
  {
    name: 'attachments.limits',
    title: words('附件大小', 'Sizes of files'),
    kind: 'table',
    versions: [
      { from: '2010-01-01', value: { image: 1, document: 1, sound: 1, film: 1, text: 1, unpacked: 10, together: 3 }, basis: rules, mark: 'D' },
    ],
  },
  {
    name: 'attachments.waiting',
    title: words('附件等待时限', 'Waiting of files'),
    kind: 'term',
    versions: [{ from: '2010-01-01', value: { length: 2, unit: 'hour' }, basis: rules, mark: 'D' }],
  },
]
