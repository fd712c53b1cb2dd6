import { Hono } from 'hono'
import { knownFaults, readFault, type Faults } from './faults.ts'

/** Makes things go wrong over HTTP: GET lists, POST `{"fault": "<name>", …}` begins one, DELETE ends all. */
export function faultControl(faults: Faults, isUp: (node: number) => boolean): Hono {
  const app = new Hono()
  app.get('/', (c) => c.json({ known: knownFaults, active: faults.active }))
  app.post('/', async (c) => {
    try {
      const fault = readFault(await c.req.json().catch(() => undefined))
      if ('node' in fault && !isUp(fault.node)) throw new RangeError(`Node ${fault.node} is not up`)
      faults.activate(fault)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return c.json({ error: error.message }, 400)
    }
    return c.json({ active: faults.active })
  })
  app.delete('/', (c) => {
    faults.clear()
    return c.json({ active: faults.active })
  })
  return app
}
