// An article of law: the act by part of its title, then the article's number.
import { Input, Select, Space } from 'antd'
import { words } from '../../../kernel/words.ts'
import { say } from '../language.ts'
import { useOffice } from '../office.tsx'
import { ariaOf, textIn, type ControlProps } from './control.tsx'

const texts = { article: words('条', 'Article') }

export default function CitationControl(props: ControlProps) {
  const { id, field, value, onChange, invalid } = props
  const { acts } = useOffice()
  const [act = '', article = ''] = textIn(value).split('/')
  const put = (nextAct: string, nextArticle: string) => onChange(nextAct === '' ? null : nextArticle ? `${nextAct}/${nextArticle}` : nextAct)
  return (
    <Space.Compact block>
      <Select
        id={id}
        className="wide-input"
        value={act || undefined}
        status={invalid ? 'error' : ''}
        allowClear={field.optional}
        showSearch={{ optionFilterProp: 'label' }}
        options={Object.entries(acts).map(([key, known]) => ({ value: key, label: known.title }))}
        onChange={(picked: string | undefined) => put(picked ?? '', picked ? article : '')}
        {...ariaOf(props)}
      />
      <Input
        className="article-input"
        value={article}
        placeholder={say(texts.article)}
        aria-label={`${say(field.title)} ${say(texts.article)}`}
        onChange={(event) => put(act, event.target.value.trim())}
      />
    </Space.Compact>
  )
}
