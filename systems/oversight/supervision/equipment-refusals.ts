// The noes about special equipment and its accidents, each with the article that it rests on.
import { words } from '../../../kernel/words.ts'
import { no } from './refusing.ts'
import { accidentRule, equipmentLaw, equipmentRule } from './rules.ts'

export const equipmentNoes = {
  'no-supervision-mark': no(409, equipmentLaw('25'))(
    words('未经监督检验合格不得交付使用', 'It is not handed over without the inspection of its making'),
    words('安装、改造、重大修理未经监督检验或者检验不合格。', 'The installation was not inspected, or failed.'),
    words('先由检验机构监督检验。', 'Have it inspected first.'),
  ),
  'not-fit-for-use': no(409, equipmentLaw('40'))(
    words('未经检验或者检验不合格，不得使用', 'Without a passed inspection it is not used'),
    words('检验有效期至 {due}。', 'The last inspection was valid until {due}.'),
    words('申请检验，合格后再恢复使用。', 'Have it inspected, and use it again when it passed.'),
  ),
  'not-disabled': no(422, equipmentLaw('48'))(
    words('报废前须消除使用功能', 'It is not scrapped while it still works'),
    words('报废的设备仍能使用的，会被转手再用。', 'A scrapped machine that still works is sold on and used again.'),
    words('先采取措施消除使用功能，再办理注销。', 'Take its function away first, then cancel the registration.'),
  ),
  'accident-open': no(409, equipmentLaw('70'))(
    words('事故尚在调查，不得检验或者恢复使用', 'Its accident is still being investigated'),
    words('有 {count} 件事故未结束调查；此时动用设备会破坏现场和证据。', '{count} accidents of it are open; to touch the machine now would spoil the evidence.'),
    words('待调查报告提交后再检验、修理。', 'Inspect or mend it once the report of the inquiry is submitted.'),
  ),
  'severe-without-order': no(422, equipmentLaw('63'))(
    words('严重事故隐患没有处理', 'A severe danger without a consequence'),
    words('发现严重事故隐患的，应当责令立即停止并消除，不能当场了结。', 'The law has it stopped and taken away by order; it does not end on the spot.'),
    words('选择责令限期改正或者移送立案。', 'Choose an order to correct, or a case.'),
  ),
  'superior-not-told': no(422, equipmentLaw('63'))(
    words('严重事故隐患没有报告上级', 'The superior was not told'),
    words('发现严重事故隐患应当及时向上级机关报告。', 'A severe danger is reported to the superior authority in time.'),
    words('报告后填写日期。', 'Report it and give the day.'),
  ),
  'equipment-not-here': no(422, equipmentLaw('61'))(
    words('不是被检查单位的设备', 'It is not equipment of the body visited'),
    words('登记中被检查单位没有这台设备，检查结果不能使它停用。', 'The register knows no such equipment of this body, and a visit stops no other.'),
    words('核对设备。', 'Check which equipment it is.'),
  ),
  'told-before': no(422, accidentRule('9'))(
    words('接到报告的时间早于事故发生', 'The head was told before it happened'),
    words('两个时间颠倒，报告期限无从计算。', 'With these moments the term of the report cannot be counted.'),
    words('请核对两个时间。', 'Check both moments.'),
  ),
  'no-equipment': no(422, equipmentLaw('70'))(
    words('登记中没有这台设备', 'This equipment is not on the register'),
    words('找不到所填的设备。', 'The equipment that was named is not there.'),
    words('未登记的设备不必填写，写明设备种类和情况即可。', 'Leave it out where it was never registered; the kind and what happened are enough.'),
  ),
  'kind-differs': no(422, equipmentLaw('70'))(
    words('设备种类与登记不符', 'The kind is not that of the register'),
    words('事故等级按设备种类判定，种类不符会判错等级。', 'The level goes by the kind of equipment; a wrong kind gives a wrong level.'),
    words('核对设备种类。', 'Check the kind.'),
  ),
  'equipment-of-others': no(403, equipmentLaw('70'))(
    words('不是本单位使用的设备', 'It is not your equipment'),
    words('报告事故会使设备停用，只能由使用单位或者机关登记。', 'A report puts the machine out of use: only its user or the authority makes it.'),
    words('核对设备；他人设备的事故，请直接向机关报告。', 'Check which equipment it is; tell the authority of an accident with that of others.'),
  ),
  'not-higher': no(409, accidentRule('10'))(
    words('不是更高的级别', 'That is no higher tier'),
    words('已到 {reached}，只能再向上。', 'It has reached “{reached}”, and goes only up from there.'),
    words('选择更高的级别；必要时可以越级。', 'Choose a higher one; a tier may be left out where that is needed.'),
  ),
  'below-every-level': no(409, equipmentRule('64'))(
    words('未达到事故等级', 'It reaches no level'),
    words('按已知的伤亡、损失和情形，不属于任何一级事故。', 'By what is known of people, loss and events it is no accident of any level.'),
    words('补充事实后再核实；确不构成的，办理“不构成特种设备事故”。', 'Add what is known and verify then; where it is none, find so.'),
  ),
  'still-missing': no(409, accidentRule('12'))(
    words('还有人员下落不明', 'Somebody is still missing'),
    words('{missing} 人下落不明，伤亡人数不能核定。', '{missing} people are missing; the casualties cannot be settled.'),
    words('查明后续报，再核定。', 'Find out, add to the report, and settle then.'),
  ),
  'too-low-to-investigate': no(409, equipmentLaw('72'))(
    words('无权组织该等级事故的调查', 'This tier does not investigate such an accident'),
    words('该等级的事故至少由{least}组织调查。', 'An accident of this level is investigated by “{least}” or above.'),
    words('报请有权机关组织调查。', 'Ask the tier that is competent.'),
  ),
  'inquiry-moved-up': no(409, accidentRule('20'))(
    words('等级已升高，应由上级组织调查', 'It has become graver, and a higher tier investigates'),
    words('伤亡变化后，该事故至少由{least}组织调查。', 'With the casualties as they are, “{least}” or above investigates.'),
    words('办理“上级组织调查”。', 'Let the higher tier take it over.'),
  ),
  'personal-in-public': no(422, accidentRule('34'))(
    words('公开文本含有个人号码', 'The text for the public holds a personal number'),
    words('证件号码或者电话号码一经公布无法收回。', 'An identity or telephone number cannot be taken back once it is public.'),
    words('删去号码和个人姓名，只写单位和处理结果。', 'Leave numbers and names out; give the body and what was decided.'),
  ),
  'not-published': no(409, accidentRule('34'))(
    words('处理情况尚未公布', 'How it was dealt with is not public'),
    words('事故处理情况应当向社会公布，未公布的不能结案。', 'The law has it made public, and an accident is not closed before that.'),
    words('先办理“公布处理情况”。', 'Publish it first.'),
  ),
} as const
