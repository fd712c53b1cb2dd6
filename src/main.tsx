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
