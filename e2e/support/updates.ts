import type { Page } from '@playwright/test'
import type { NodeContract } from '#domain/deployed.ts'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { planOfRunning } from '#domain/plan/update.ts'
import type { Grid } from '#grid/grid.ts'
import { expect } from './journey.ts'
import type { Seeder } from './seeder.ts'

/** Opens what can be changed of a deployment. */
export async function openUpdate(page: Page, name: string) {
  await page.getByRole('link', { name: 'Deployments' }).first().click()
  await page.getByRole('table', { name: 'Deployments' }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('link', { name: 'Update' }).last().click()
  await expect(page.getByRole('heading', { name: 'What the nodes will do' })).toBeVisible()
}

export const operations = (page: Page) => page.getByRole('list', { name: 'What the nodes will do' })

/** Types into the form under a workload and applies it. */
export async function change(page: Page, name: string, values: Record<string, string>) {
  await page.getByRole('button', { name: `Change ${name}`, exact: true }).click()
  const form = page.getByRole('form', { name: `Change ${name}`, exact: true })
  for (const [label, value] of Object.entries(values)) await form.getByLabel(label, { exact: true }).fill(value)
  await form.getByRole('button', { name: 'Apply' }).click()
}

/** From the builder on: the signature, as far as the run. */
export async function sign(page: Page) {
  await page.getByRole('button', { name: 'Review and sign', exact: true }).click()
  const button = page.getByRole('dialog').getByRole('button', { name: 'Sign and deploy' })
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await button.click()
}

/** And until all of it is there. */
export async function signUpdate(page: Page, name: string) {
  await sign(page)
  await expectUpdated(page, name)
}

export const expectUpdated = (page: Page, name: string) =>
  expect(page.getByRole('heading', { name: `${name} is running` })).toBeVisible({ timeout: 60_000 })

/** What a node holds, once the hash in its contract is known to be of just that. */
export async function heldInBalance(grid: Grid, seeder: Seeder, node: number, id: number): Promise<Deployment> {
  const held = (await seeder.ask(node, 'zos.deployment.get', { contract_id: id })) as Deployment
  const contract = { id, nodeId: node, text: '' } as NodeContract
  // Nodes tell workloads in no order; updates are signed in that of the plan.
  const plan = planOfRunning([contract], new Map([[id, held]]), '', '')
  const { deployment } = plan.nodes[0]!.deployments[0]!
  const { detail } = grid.chain.contract(id)!
  expect(detail).toMatchObject({ hash: hash({ ...deployment, version: held.version }) })
  return held
}
