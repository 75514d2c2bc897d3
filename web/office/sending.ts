// Sending an act: judged here first, then by the server, under one key until the answer is known.
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ParameterData } from '../../kernel/parameter.ts'
import { words } from '../../kernel/words.ts'
import type { Receipt } from '../parts/answers.ts'
import { get, type Problem } from '../parts/api.ts'
import { Attempt, type Sending } from '../parts/attempt.ts'
import { say } from '../parts/language.ts'
import { problemFrom } from '../parts/problem.tsx'

/** Parameters of a system, for checks that look at one; none while they are on their way, and then the server judges. */
export function useParameters(system: string): readonly ParameterData[] {
  const { data } = useQuery({
    queryKey: ['parameters', system],
    staleTime: 600_000,
    queryFn: ({ signal }) => get<{ items: readonly ParameterData[] }>(`/api/v1/parameters?system=${system}`, signal),
  })
  return data?.items ?? []
}

export interface Sender {
  readonly problem: Problem | null
  readonly sending: boolean
  /** What is said while the line is down and it is tried again. */
  readonly waiting: string | null
  refuse(problem: Problem | null): void
  /** Null where it was refused; the problem is then shown. */
  send(what: Sending): Promise<Receipt | null>
}

export function useSender(): Sender {
  const attempt = useRef<Attempt>(null)
  attempt.current ??= new Attempt()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)
  const [waiting, setWaiting] = useState<string | null>(null)
  const send = async (what: Sending): Promise<Receipt | null> => {
    setSending(true)
    setProblem(null)
    try {
      return await attempt.current!.send<Receipt>(what, (tries) =>
        setWaiting(say(words(`网络中断，正在重试（第 ${tries} 次）…`, `No connection, trying again (${tries}) …`))),
      )
    } catch (error) {
      setProblem(problemFrom(error))
      return null
    } finally {
      setSending(false)
      setWaiting(null)
    }
  }
  return { problem, sending, waiting, refuse: setProblem, send }
}
