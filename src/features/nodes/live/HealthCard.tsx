import type { Module } from '#queries/node-live.ts'
import { State } from '#ui/State.tsx'
import { LiveCard } from './LiveCard.tsx'

/** Whether the parts of ZOS answer each other. */
export const HealthCard = () => (
  <LiveCard title="Diagnostics" question="diagnostics" lines={4}>
    {({ answering, healthy, modules }) => (
      <>
        <div className="flex flex-wrap gap-x-4 gap-y-1 py-1.5">
          {answering ? (
            <State kind="tick">All of ZOS answers</State>
          ) : (
            <State kind="warn">Parts of ZOS do not answer</State>
          )}
          {healthy ? <State kind="tick">Healthy</State> : <State kind="warn">Failed its last health check</State>}
        </div>
        <ul className="grid grid-cols-2 gap-x-6 gap-y-1 py-1.5">
          {modules.map((module) => (
            <ModuleRow key={module.name} module={module} />
          ))}
        </ul>
      </>
    )}
  </LiveCard>
)

const ModuleRow = ({ module: { name, failed, busy, workers } }: { module: Module }) => (
  <li className="flex justify-between gap-2">
    {failed ? <State kind="warn">{name}</State> : name}
    <span className="text-small whitespace-nowrap text-ink-3">
      {failed ? 'no answer' : busy === 0 ? 'idle' : `${busy} of ${workers} busy`}
    </span>
  </li>
)
