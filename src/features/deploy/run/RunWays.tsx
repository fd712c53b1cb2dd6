import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleX, Eye, RotateCw, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { failuresOf, isUnclear, undoing, type Run } from '#domain/deployment/run.ts'
import { explain } from '#queries/explain.ts'
import { retryRun, undoRun } from '#queries/runs.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { mainContract } from './RunAddresses.tsx'
import { heldUp, retryWords, standing, stuck, undoVerb, undoWords } from './run-words.ts'

type Props = { runId: string; run: Run }

/** What went wrong and the ways on from there. */
export function RunWays({ runId, run }: Props) {
  const [failure, ...others] = failuresOf(run)
  const part = run.parts.find((one) => one.failure === failure)
  const held = part && failure?.at === 'workload' ? heldUp(part) : undefined
  const words = retryWords(run)
  const main = mainContract(run)
  const undo = useMutation(undoRun(runId))
  const retry = useMutation(retryRun(runId))
  const failed = retry.error ?? undo.error
  const verb = undoing(run) ? undefined : undoVerb(run)
  if (!failure) return null
  return (
    <section role="alert" className="mt-6 overflow-hidden rounded-lg border border-bad-line">
      <div className="flex gap-3 bg-bad-soft px-5 py-4">
        <CircleX className="mt-0.5 shrink-0 text-bad" />
        <div className="min-w-0">
          <h2 className="text-section">{failure.title}</h2>
          {held && (
            <p className="pt-1 text-ink-2">
              {held.names} did not start for want of {held.cause}. The node said:
            </p>
          )}
          <p className={failure.at === 'workload' ? 'mono pt-1 wrap-anywhere' : 'pt-1'}>{failure.what}</p>
          {others.map(({ title, what }) => (
            <p key={`${title} ${what}`} className="pt-1">
              <b className="font-medium">{title}.</b> {what}
            </p>
          ))}
          {stuck(run).map((line) => (
            <p key={line} className="pt-1">
              {line}
            </p>
          ))}
          <p className="pt-1 text-small text-ink-2">{standing(run)}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-px border-t border-bad-line bg-line [&>*]:grow [&>*]:basis-56 [&>*]:bg-surface">
        {words !== undefined && (
          <Way words={words}>
            <Button variant="primary" busy={retry.isPending} onClick={() => retry.mutate()}>
              <RotateCw />
              Retry
            </Button>
          </Way>
        )}
        {main !== undefined && (
          <Way words="Leave everything as it is, and see what its node holds.">
            <Link to="/deployments/$contractId" params={{ contractId: String(main) }} className={buttonClass()}>
              <Eye />
              Keep and look
            </Link>
          </Way>
        )}
        {verb !== undefined && (
          <Way words={undoWords(run)}>
            <Button
              variant="danger"
              busy={undo.isPending}
              onClick={() => undo.mutate()}
              disabledReason={isUnclear(run) ? 'It is not known yet whether a block has all of it' : undefined}
            >
              <Undo2 />
              {verb}
            </Button>
          </Way>
        )}
      </div>
      {failed && (
        <div className="border-t border-line p-4">
          <Notice tone="bad">
            <b>{explain(failed).title}.</b> {explain(failed).what}
          </Notice>
        </div>
      )}
    </section>
  )
}

const Way = ({ words, children }: { words: string; children: ReactNode }) => (
  <div className="flex flex-col items-start gap-2 p-4">
    {children}
    <p className="text-small text-ink-2">{words}</p>
  </div>
)
