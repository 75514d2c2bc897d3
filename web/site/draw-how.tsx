// The algorithm of the draw in words, exact enough that a reader can write it anew.
import { words, type Words } from '../../kernel/words.ts'
import type { Saying } from './saying.ts'

const steps: readonly Words[] = [
  words(
    '名录按统一社会信用代码（UTF-16 码元顺序）排列；每个单位写成“代码、制表符、层、制表符、权重、换行”，作为 RFC 6962 默克尔树的一片叶，树根即名录根。检查人员写成“账号、制表符、以制表符分开并排序的应当回避单位、换行”，同样求根。',
    'The frame is put in order of credit code (UTF-16 code units). Each unit is written “code, tab, stratum, tab, weight, line feed” as a leaf of a Merkle tree by RFC 6962; its root is the root of the frame. Inspectors are written “account, tab, the codes to be avoided, sorted and parted by tabs, line feed”, and have their root likewise.',
  ),
  words(
    '承诺按 RFC 8785 写成规范的 JSON，其 SHA-256 就是承诺摘要。密值以 UTF-8 文本求 SHA-256，只公布其摘要。',
    'The commitment is written as canonical JSON (RFC 8785), and its SHA-256 is the digest of the commitment. Of the secret, taken as UTF-8 text, only the SHA-256 is published.',
  ),
  words(
    '密钥 K ＝ HMAC-SHA-256（以密值为钥；内容为“承诺摘要、换行、种子原文”）。以后的随机数都是 HMAC-SHA-256（以 K 为钥；内容为一行文字）。',
    'The key K is HMAC-SHA-256 (key: the secret; message: “digest of the commitment, line feed, the seed as its source wrote it”). Every random number after that is HMAC-SHA-256 (key: K; message: a text).',
  ),
  words(
    '在每一层内，入样概率 π 与权重成正比，合计等于该层抽取数；超过 1 的必定抽中，其余重新分配。',
    'Within each stratum the chance π is in proportion to the weight, and the chances add up to the number to be taken; a unit whose chance would pass 1 is certain, and the rest is shared out anew.',
  ),
  words(
    '每个单位的随机数 u ＝（“unit、换行、代码”的随机数的前 52 位 ＋ 0.5）÷ 2⁵²。排序值 q ＝ u ÷（1 − u）×（1 − π）÷ π；必定抽中的为 0。每层取 q 最小的若干家，其后依次为候补；相等时代码在前的先取。这就是帕累托抽样（Rosén，1997）。',
    'Each unit’s random number is u = (the first 52 bits for the text “unit, line feed, code” + 0.5) ÷ 2⁵², and its ranking number is q = u ÷ (1 − u) × (1 − π) ÷ π, or 0 where it is certain. The units with the smallest q of each stratum are drawn, those after them are reserves in order; of equals the earlier code goes first. This is Pareto sampling (Rosén 1997).',
  ),
  words(
    '各层按名称排列，抽中单位依次分配检查人员：从没有回避情形、户数未满的人员中，第 k 人由“inspector、换行、代码、换行、k”的随机数的前 48 位除以剩余人数的余数确定；k 从 0 起。人员不足的，留空由负责人决定。候补不计入户数。',
    'The strata stand in order of name, and each unit drawn gets its inspectors in turn, from among those without a conflict who have visits left: the k-th (from 0) by the first 48 bits for the text “inspector, line feed, code, line feed, k”, modulo the number of those remaining. Where too few remain none is given, and a person decides. Reserves use up no visits.',
  ),
]

export const HowDrawn = ({ algorithm, s }: { algorithm: string; s: Saying }) => (
  <details>
    <summary>{s.say(words(`算法 ${algorithm}：可以照此自己写一遍`, `The algorithm ${algorithm}, so that you can write it yourself`))}</summary>
    <ol className="measure">
      {steps.map((step) => (
        <li key={step.en}>{s.say(step)}</li>
      ))}
    </ol>
    <p className="soft measure">
      {s.say(
        words(
          '只用 IEEE 双精度数的加减乘除和比较，各种设备的结果逐位相同；算法如有改变，另取新名。',
          'Only + − × ÷ and comparison of IEEE doubles are used, which all machines round alike; a changed algorithm gets a new name.',
        ),
      )}
    </p>
  </details>
)
