import { Hono } from 'hono'
import { knownFaults, readFault, type Fault, type Faults } from './faults.ts'

/**
 * Makes things go wrong over HTTP: GET lists, POST `{"fault": "<name>", …}` begins one, DELETE ends all.
 *
 * @param problemOf why this grid cannot have a fault, in a sentence
 */
export function faultControl(faults: Faults, problemOf: (fault: Fault) => string | undefined): Hono {
  const app = new Hono()
  app.get('/', (c) => c.json({ known: knownFaults, active: faults.active }))
  app.post('/', async (c) => {
    try {
      const fault = readFault(await c.req.json().catch(() => undefined))
      const problem = problemOf(fault)
      if (problem) return c.json({ error: problem }, 400)
      faults.activate(fault)
      return c.json({ active: faults.active })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return c.json({ error: error.message }, 400)
    }
  })
  app.delete('/', (c) => {
    faults.clear()
    return c.json({ active: faults.active })
  })
  return app
}
