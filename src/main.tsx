import '#ui/style.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openNetworks } from '#queries/networks.ts'
import { App } from '#app/App.tsx'
import { ConfigProblem } from '#app/ConfigProblem.tsx'

const root = createRoot(document.getElementById('root')!)
const show = await openNetworks().then(
  () => <App />,
  (error: unknown) => <ConfigProblem error={error} />,
)
root.render(<StrictMode>{show}</StrictMode>)
// What an earlier page began goes on. The keys are those of `queries/run-record.ts` and `queries/journal.ts`, which few
// need to load.
if (localStorage.getItem('unfinished-runs')) void import('#queries/runs.ts').then(({ resumeRuns }) => resumeRuns())
if (localStorage.getItem('unfinished-transactions'))
  void import('#queries/transact.ts').then(({ resumeTransactions }) => resumeTransactions())
