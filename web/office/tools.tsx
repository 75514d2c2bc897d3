// The small tools in the head of the office: language, type size, keys, account, leaving.
import { Modal, Switch } from 'antd'
import { useLocation, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Language } from '../../kernel/words.ts'
import { words } from '../../kernel/words.ts'
import { language, officeAddress, say, tags } from '../parts/language.ts'
import { useOffice } from '../parts/office.tsx'
import { signOut } from '../parts/session.ts'
import { keysOn, switchKeys, useKeys } from './keys.ts'

export const languages: readonly (readonly [Language, string])[] = [
  ['zh', '简'],
  ['hant', '繁'],
  ['en', 'EN'],
]

const texts = {
  languages: words('语言', 'Language'),
  large: words('大字', 'Large type'),
  normal: words('标准字号', 'Normal type'),
  keys: words('快捷键', 'Keys'),
  keysOn: words('使用单键快捷键', 'Use single keys'),
  leave: words('退出', 'Sign out'),
  account: words('我的账号', 'My account'),
}

const table: readonly (readonly [string, ReturnType<typeof words>])[] = [
  ['j / k', words('下一行 / 上一行', 'Next row / row before')],
  ['Enter', words('打开所选事项', 'Open what is chosen')],
  ['n / p', words('办理中：下一件 / 上一件', 'In a case: next case / case before')],
  ['1 … 9', words('办理中：打开第几个可办步骤', 'In a case: open the step of that number')],
  ['Ctrl + Enter', words('提交', 'Send')],
  ['Esc', words('收起步骤', 'Put the step away')],
  ['m', words('待办：待我办理 / 全部可见', 'To do: mine / all that I may see')],
  ['/', words('查找', 'Search')],
  ['g', words('回到待办', 'Back to what is due')],
  ['?', words('本说明', 'This list')],
]

function KeysHelp({ open, close }: { open: boolean; close: () => void }) {
  const [on, setOn] = useState(keysOn)
  return (
    <Modal open={open} onCancel={close} footer={null} title={say(texts.keys)} destroyOnHidden>
      <table className="plain">
        <tbody>
          {table.map(([key, text]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{say(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Switch
          checked={on}
          aria-label={say(texts.keysOn)}
          onChange={(next) => {
            switchKeys(next)
            setOn(next)
          }}
        />{' '}
        {say(texts.keysOn)}
      </p>
    </Modal>
  )
}

/** The size stays with the reader, on the public site too: the server keeps it in a cookie. */
export function useLarge(): readonly [boolean, () => void] {
  const [large, setLarge] = useState(() => document.documentElement.classList.contains('large'))
  const change = () => {
    document.documentElement.classList.toggle('large', !large)
    setLarge(!large)
    void fetch(`${officeAddress(language)}?large=${large ? 0 : 1}`, { credentials: 'same-origin' })
  }
  return [large, change]
}

export function Tools({ large, changeSize }: { large: boolean; changeSize: () => void }) {
  const { me } = useOffice()
  const [help, setHelp] = useState(false)
  const { pathname, searchStr } = useLocation()
  useKeys({ '?': () => setHelp(true) })
  return (
    <div className="tools">
      <ul aria-label={say(texts.languages)} className="languages">
        {languages.map(([each, label]) => (
          <li key={each}>
            <a
              href={`${officeAddress(each)}${pathname === '/' ? '' : pathname}${searchStr}`}
              lang={tags[each]}
              hrefLang={tags[each]}
              aria-current={each === language ? 'true' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" onClick={changeSize}>
        {say(large ? texts.normal : texts.large)}
      </button>
      <button type="button" className="wide-only" onClick={() => setHelp(true)}>
        {say(texts.keys)}
      </button>
      <Link to="/account" title={say(texts.account)}>
        {me.name}
      </Link>
      <button type="button" onClick={() => void signOut()}>
        {say(texts.leave)}
      </button>
      <KeysHelp open={help} close={() => setHelp(false)} />
    </div>
  )
}
