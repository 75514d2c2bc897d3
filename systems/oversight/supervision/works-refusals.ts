// The noes about supervised projects: what holds back, what was not witnessed, what is still open.
import { words } from '../../../kernel/words.ts'
import { no } from './refusing.ts'
import { majorWorks } from './rules.ts'

const wrong = no(422, majorWorks)
const now = no(409, majorWorks)

export const worksNoes = {
  'not-independent': wrong(
    words('监理单位不独立', 'The supervising body is not independent'),
    words('监理单位就是委托人或者制造单位，见证没有意义。', 'A body that supervises itself or its client’s own work witnesses nothing.'),
    words('委托与双方无隶属关系的监理单位。', 'Commission a body that belongs to neither.'),
  ),
  'point-repeated': wrong(
    words('见证点编号重复', 'A point is there twice'),
    words('{code} 出现两次，见证和放行分不清是哪一点。', '{code} stands there twice; nobody could tell which was witnessed.'),
    words('改为不同的编号。', 'Give each its own code.'),
  ),
  'no-point': wrong(
    words('大纲中没有这个见证点', 'The outline has no such point'),
    words('{code} 不在经审批的大纲中。', '{code} is not in the approved outline.'),
    words('核对编号。', 'Check the code.'),
  ),
  'point-other-phase': now(
    words('不是本阶段的见证点', 'The point belongs to the other phase'),
    words('{code} 属于另一阶段。', '{code} belongs to another phase.'),
    words('核对编号；安装阶段的见证点在开始安装后办理。', 'Check the code; points of the installation wait until it has begun.'),
  ),
  'point-not-now': now(
    words('该见证点现在不能办理', 'That point is not at this stage'),
    words('{code} 尚未通知见证，或者已经见证、扣留。', '{code} was not called, or was witnessed or held already.'),
    words('先通知见证；被扣留的，先关闭不符合项。', 'Call for it first; where it is held, settle what does not conform.'),
  ),
  'hold-point': now(
    words('前面的停止点没有放行', 'A hold point before it is not released'),
    words('停止点 {hold} 为“{state}”，放行前不得进行下一步。', 'Hold point {hold} is “{state}”; nothing goes on before it is released.'),
    words('先见证并放行该停止点。', 'Have it witnessed and released first.'),
  ),
  'only-hold-points': now(
    words('只有停止点需要放行', 'Only hold points are released'),
    words('{code} 不是停止点，见证后即可继续。', '{code} is no hold point; once witnessed the work goes on.'),
    words('不必办理放行。', 'Nothing needs to be released.'),
  ),
  'not-witnessed': now(
    words('停止点尚未见证合格', 'The hold point was not witnessed as conforming'),
    words('{code} 未见证合格，放行没有依据。', '{code} was not found to conform, so that nothing supports its release.'),
    words('先见证；有不符合项的，关闭后重新见证。', 'Witness it; where something did not conform, settle it and witness again.'),
  ),
  'hold-not-waived': now(
    words('停止点不得放弃见证', 'A hold point is not waived'),
    words('{code} 是停止点，监理人员未到场的，工作必须停下等候。', '{code} is a hold point: the work waits until somebody comes.'),
    words('另约时间见证。', 'Arrange another day.'),
  ),
  'no-fault': now(
    words('没有这个未关闭的不符合项', 'No such fault is open'),
    words('{number} 不存在，或者已经关闭。', '{number} is not there or was settled already.'),
    words('核对编号。', 'Check its number.'),
  ),
  'no-consent': wrong(
    words('让步接收没有委托人同意', 'A concession without consent of the client'),
    words('不符合要求而照收，影响的是委托人，须由其书面同意。', 'It is the client who bears what is accepted below the contract.'),
    words('取得书面同意，填写编号。', 'Obtain it in writing and give its number.'),
  ),
  'no-notice': now(
    words('没有这个待回复的通知单', 'No such notice waits for an answer'),
    words('{number} 不存在，或者已经回复。', '{number} is not there or was answered.'),
    words('核对编号。', 'Check its number.'),
  ),
  'points-open': now(
    words('还有见证点未完成', 'Points are still open'),
    words('未完成：{codes}。', 'Not done: {codes}.'),
    words('逐点见证、放行；现场和文件见证点也可以放弃并说明理由。', 'Witness and release each; points W and R may be waived with a reason.'),
  ),
  'fault-open': now(
    words('还有不符合项未关闭', 'Something that does not conform is still open'),
    words('未关闭：{numbers}。', 'Open: {numbers}.'),
    words('先关闭不符合项。', 'Settle it first.'),
  ),
} as const
