// My account: who I am here and which duties I hold, how far they reach and until when.
import { words } from '../../kernel/words.ts'
import type { Holding, Reach } from '../../kernel/permission.ts'
import { publicAddress, say } from '../parts/language.ts'
import { useOffice } from '../parts/office.tsx'
import { PartyLink } from '../parts/record-link.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { Titled } from './titled.tsx'

const texts = {
  title: words('我的账号', 'My account'),
  account: words('账号', 'Account'),
  office: words('所在机关', 'Office'),
  speaks: words('代表单位', 'Speaks for'),
  duties: words('我的职责', 'My duties'),
  duty: words('职责', 'Duty'),
  reach: words('范围', 'Reach'),
  from: words('自', 'From'),
  to: words('至', 'To'),
  open: words('长期', 'no end'),
  ways: words('密码、第二重验证、通行密钥、已登录的设备、程序令牌、谁看过我的个人信息', 'Password, second factor, passkeys, open sessions, tokens, who read my personal data'),
}

const reaches: Readonly<Record<Reach, ReturnType<typeof words>>> = {
  own: words('本人登记的', 'what I entered'),
  party: words('涉及所代表单位的', 'what concerns those I speak for'),
  office: words('本机关', 'my office'),
  area: words('所辖地区', 'the area'),
  all: words('全部', 'everything'),
}

export function AccountPage() {
  const { me, house, officeTitle, placeTitle } = useOffice()
  const columns: readonly Column<Holding>[] = [
    { key: 'duty', title: say(texts.duty), lead: true, show: (holding) => house.duties[holding.duty] ?? holding.duty },
    {
      key: 'reach',
      title: say(texts.reach),
      show: (holding) => `${say(reaches[holding.reach])} ${placeTitle(holding.area ?? null)}${holding.office ? officeTitle(holding.office) : ''}`,
    },
    { key: 'from', title: say(texts.from), show: (holding) => holding.from },
    { key: 'to', title: say(texts.to), show: (holding) => holding.to ?? say(texts.open) },
  ]
  return (
    <Titled title={say(texts.title)}>
      <h1>{say(texts.title)}</h1>
      <dl className="facts">
        <div className="fact">
          <dt>{say(texts.account)}</dt>
          <dd>
            {me.name} ({me.id})
          </dd>
        </div>
        {me.office && (
          <div className="fact">
            <dt>{say(texts.office)}</dt>
            <dd>{officeTitle(me.office)}</dd>
          </div>
        )}
        {me.speaksFor.length > 0 && (
          <div className="fact">
            <dt>{say(texts.speaks)}</dt>
            <dd>
              {me.speaksFor.map((code) => (
                <PartyLink key={code} code={code} />
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p>
        <a href={publicAddress('/desk/me')}>{say(texts.ways)}</a>
      </p>
      <h2>{say(texts.duties)}</h2>
      <Table columns={columns} rows={me.holdings} keyOf={(holding) => `${holding.duty}${holding.reach}${holding.area ?? ''}`} label={say(texts.duties)} />
    </Titled>
  )
}
