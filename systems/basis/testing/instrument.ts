// Instruments of a laboratory (檢測設備): their calibrations, of which none is lost, and what follows when one is found off.
import { cite } from '../../../kernel/citation.ts'
import { day, party, quantity, rows, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { affectedResults, doubtedDays, reportedIn, withDays } from './in-doubt.ts'
import { labDuties } from './laboratory.ts'
import { testingRefusals } from './refusals.ts'
import { mustNotEndFirst } from './terms.ts'

const { refuse } = testingRefusals
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

export const labInstrument = register('lab-instrument', {
  title: words('检测设备', 'Instruments of a laboratory'),
  headline: 'name',
  concerns: 'laboratory',
  knownBy: ['laboratory', 'serial'],
  listed: ['laboratory', 'serial', 'name', 'calibratedOn', 'calibratedTo', 'certificate'],
  fields: {
    laboratory: party(words('机构', 'Laboratory')),
    serial: text(words('设备编号', 'Number of the instrument'), { length: 40 }),
    name: text(words('名称', 'Name'), { length: 80 }),
    certificate: text(words('校准证书编号', 'Certificate of calibration'), { length: 60 }),
    calibratedOn: day(words('校准日期', 'Calibrated on')),
    calibratedTo: day(words('有效期至', 'Valid to'), { mayLieAhead: true }),
    expanded: quantity(words('扩展不确定度', 'Expanded uncertainty'), { optional: true, places: 6, minimum: '0' }),
    outFrom: day(words('停用日期', 'Out of use from'), { optional: true }),
    doubtFrom: day(words('不可信自', 'In doubt from'), { optional: true }),
    doubtTo: day(words('不可信至', 'In doubt to'), { optional: true }),
    cause: text(words('失准情形和原因', 'How it was off, and why'), { optional: true, length: 1000 }),
    doubted: doubtedDays,
    affected: affectedResults,
    earlier: rows(
      words('历次校准', 'Earlier calibrations'),
      {
        certificate: text(words('证书编号', 'Certificate'), { length: 60 }),
        calibratedOn: day(words('校准日期', 'Calibrated on')),
        calibratedTo: day(words('有效期至', 'Valid to'), { mayLieAhead: true }),
      },
      { optional: true },
    ),
  },
})

export const calibrating = procedure(labInstrument, {
  duties: labDuties,
  states: { fit: words('可用', 'In use'), off: words('失准，待校准', 'Off, to be calibrated'), out: words('停用', 'Out of use') },
  ends: ['out'],
  opens: {
    title: words('登记设备', 'Enter an instrument'),
    state: 'fit',
    by: ['laboratory', 'accreditor'],
    basis: iso('6.4'),
    asks: ['laboratory', 'serial', 'name', 'certificate', 'calibratedOn', 'calibratedTo', 'expanded'],
    check: ({ answers }) => mustNotEndFirst(answers.calibratedOn, answers.calibratedTo, 'calibratedTo'),
  },
  steps: (step) => ({
    calibrate: step({
      title: words('校准', 'Calibrate'),
      from: ['fit', 'off'],
      to: 'fit',
      by: 'laboratory',
      basis: iso('6.5'),
      returning: true,
      asks: ask(labInstrument, 'certificate', 'calibratedOn', 'calibratedTo', 'expanded'),
      check(c) {
        if (c.answers.calibratedTo <= c.answers.calibratedOn) refuse('ends-before-it-begins', { field: 'calibratedTo' })
      },
      // The calibration that a result rested on must be found again after the next one.
      gives: (c) => ({
        earlier: [
          ...(c.record.earlier ?? []),
          { certificate: c.record.certificate, calibratedOn: c.record.calibratedOn, calibratedTo: c.record.calibratedTo },
        ],
      }),
    }),
    // Found off by a calibration, a check or a fault: what was measured since it was last known to be right is in doubt.
    doubt: step({
      title: words('发现失准，追溯已有结果', 'It was found off: trace what rests on it'),
      from: ['fit', 'off', 'out'],
      // Until it is calibrated anew it measures nothing (6.4.9).
      to: ({ record, answers }) => (record.state === 'fit' && record.calibratedOn < answers.doubtTo ? 'off' : (record.state as 'fit')),
      by: 'laboratory',
      basis: iso('7.10'),
      returning: true,
      asks: {
        doubtFrom: day(words('不可信自（上一次确认准确之日）', 'In doubt from the day on which it was last known to be right')),
        doubtTo: day(words('不可信至（停止使用之日）', 'In doubt to the day on which its use was stopped')),
        cause: text(words('失准情形和原因', 'How it was off, and why'), { length: 1000 }),
      },
      check: ({ answers }) => mustNotEndFirst(answers.doubtFrom, answers.doubtTo, 'doubtTo'),
      async confirm({ record: { laboratory: of, serial }, answers: { doubtFrom: from, doubtTo: to } }, at) {
        const rests = (run: { readonly instrument: string }) => run.instrument === serial
        return { affected: (await reportedIn({ laboratory: of, source: 'instrument', because: serial, from, to, rests }, at)) as never }
      },
      gives: ({ record, answers: { doubtFrom: from, doubtTo: to, cause } }) => ({ doubted: withDays(record.doubted, { from, to, cause }) }),
    }),
    retire: step({ title: words('停用', 'Take out of use'), from: ['fit', 'off'], to: 'out', by: 'laboratory', basis: iso('6.4'), gives: (c) => ({ outFrom: c.today }) }),
  }),
})
