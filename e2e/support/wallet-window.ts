import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { extensionId } from '../extension/manifest.ts'

const origin = `chrome-extension://${extensionId}`

/** What the wallet may ask of its owner: the headings of its requests. */
type Request = 'Connect to a site' | 'Learn about a chain' | 'Sign a message' | 'Sign a transaction'
const signatures: Request[] = ['Sign a message', 'Sign a transaction']

export type WalletAccount = {
  name: string
  phrase: string
  password: string
  type?: 'sr25519' | 'ed25519'
}

/** A file as `setInputFiles` takes it. */
export type ExportedFile = { name: string; mimeType: string; buffer: Buffer }

/** The wallet's owner: answers what it asks in its own window, and looks after accounts in the one behind its icon. */
export class Wallet {
  private readonly context: BrowserContext

  constructor(context: BrowserContext) {
    this.context = context
  }

  private windows = (): Page[] =>
    this.context.pages().filter((page) => page.url().startsWith(origin) && !page.isClosed())

  /** The window in which it asks its owner something, or did last. */
  async window(): Promise<Page> {
    await expect
      .poll(() => this.windows().length, { message: 'windows of the wallet', intervals: [50] })
      .toBeGreaterThan(0)
    return this.windows().at(-1)!
  }

  /** Lets the asking site see these accounts and no others. */
  async connect(names: string[]) {
    await this.answer(['Connect to a site'], 'Connect', async (request) => {
      for (const name of names) await request.getByRole('checkbox', { name, exact: true }).check()
    })
  }

  /** Answers the site that it is refused, this time. */
  cancelConnection = () => this.answer(['Connect to a site'], 'Not now')

  /** Answers the site that it is refused, and is not asked by it again: from then on it sees no accounts. */
  rejectConnection = () => this.answer(['Connect to a site'], 'Never')

  approveMetadata = () => this.answer(['Learn about a chain'], 'Approve')
  rejectMetadata = () => this.answer(['Learn about a chain'], 'Reject')

  /** Signs with the account's password, or without one while it is remembered. */
  async sign(password?: string, { remember = false } = {}) {
    await this.answer(signatures, 'Sign', async (request) => {
      if (password !== undefined) await request.getByLabel('Password', { exact: true }).fill(password)
      if (remember) await request.getByLabel('Remember the password').check()
    })
  }

  /** Tries a password that is wrong, and stays before the request. */
  async mistype(password: string) {
    const request = await this.request(signatures)
    await request.getByLabel('Password', { exact: true }).fill(password)
    await request.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(request.getByRole('alert')).toHaveText('Unable to decode using the supplied passphrase')
  }

  cancel = () => this.answer(signatures, 'Cancel')

  /** Closes its window and answers nothing: whoever asked goes on waiting. */
  async dismiss() {
    await this.request()
    for (const page of this.windows()) await page.close()
  }

  /** Opens it by its icon, as a person does to answer after all. */
  async open(): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(`${origin}/index.html`)
    return page
  }

  /** Stops its background, as the browser does when it has been idle for a while. The next message wakes it. */
  async fallAsleep() {
    const page = await this.context.newPage()
    await page.goto(`${origin}/manifest.json`)
    const devtools = await this.context.newCDPSession(page)
    const stopped = new Promise<void>((resolve) => {
      devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve()
      })
    })
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.stopAllWorkers')
    await stopped
    await page.close()
  }

  async createAccount({ name, phrase, password, type = 'sr25519' }: WalletAccount) {
    await this.manage(async (page) => {
      await page.getByText('From a phrase').click()
      const form = page.getByRole('form', { name: 'From a phrase' })
      await form.getByLabel('Name').fill(name)
      await form.getByLabel('Phrase').fill(phrase)
      await form.getByLabel('Type').selectOption(type)
      await form.getByLabel('Password').fill(password)
      await form.getByRole('button', { name: 'Create account' }).click()
      await expect(account(page, name)).toBeVisible()
    })
  }

  /** Restores what was exported, of one account or of several, with the password of the file. */
  async restoreJson(file: ExportedFile, password: string) {
    await this.manage(async (page) => {
      await page.getByText('From an exported file').click()
      const form = page.getByRole('form', { name: 'From an exported file' })
      await form.getByLabel('File', { exact: true }).setInputFiles(file)
      await form.getByLabel('Password').fill(password)
      await form.getByRole('button', { name: 'Restore' }).click()
      // The form is empty again when it has done what it is for.
      await expect(form.getByLabel('Password')).toHaveValue('')
    })
  }

  /** The file of one account, under its own password. */
  exportJson = (name: string, password: string): Promise<ExportedFile> =>
    this.manage(async (page) => {
      await account(page, name).getByText('Export', { exact: true }).click()
      return saved(page, page.getByRole('form', { name: `Export ${name}` }), password)
    })

  /** One file of all accounts, under a password of its own around theirs. */
  exportAll = (password: string): Promise<ExportedFile> =>
    this.manage(async (page) => {
      await page.getByText('Export all', { exact: true }).click()
      return saved(page, page.getByRole('form', { name: 'Export all' }), password)
    })

  async forget(name: string) {
    await this.manage(async (page) => {
      await account(page, name).getByText('Forget', { exact: true }).click()
      await page.getByRole('button', { name: 'Forget account' }).click()
      await expect(account(page, name)).toBeHidden()
    })
  }

  /** Changes which accounts a site that is connected may see. */
  async share(site: string, names: string[]) {
    await this.manage(async (page) => {
      const form = page.getByRole('form', { name: site })
      await form.waitFor()
      for (const box of await form.getByRole('checkbox').all()) await box.uncheck()
      for (const name of names) await form.getByRole('checkbox', { name, exact: true }).check()
      await form.getByRole('button', { name: 'Save' }).click()
      await expect(form.getByRole('button', { name: 'Save' })).toBeEnabled()
    })
  }

  /** Takes back that a site is connected: it sees no accounts, and asks again next time. */
  async unauthorise(site: string) {
    await this.manage(async (page) => {
      const form = page.getByRole('form', { name: site })
      await form.getByRole('button', { name: 'Disconnect' }).click()
      await expect(form).toBeHidden()
    })
  }

  /** Waits until the wallet asks for one of `kinds`, in whichever of its windows. */
  private async request(kinds?: Request[]): Promise<Locator> {
    const window = await this.window()
    const sections = kinds?.map((name) => window.getByRole('region', { name })) ?? [window.locator('section')]
    const found = sections.reduce((either, section) => either.or(section))
    try {
      await found.waitFor()
      return found
    } catch (error) {
      // It was still closing after the request before this one.
      if (!window.isClosed()) throw error
      return this.request(kinds)
    }
  }

  private async answer(kinds: Request[], button: string, fillIn = async (_request: Locator) => {}) {
    const request = await this.request(kinds)
    const page = request.page()
    await fillIn(request)
    const asked = page.locator(`[id="${await request.getAttribute('id')}"]`)
    await closing(page, async () => {
      await request.getByRole('button', { name: button, exact: true }).click()
      await asked.waitFor({ state: 'detached' })
    })
  }

  private async manage<Result>(act: (page: Page) => Promise<Result>): Promise<Result> {
    const page = await this.open()
    const result = await act(page)
    await page.close()
    return result
  }
}

/** Does the last thing in a window of the wallet, which closes when nothing is left to answer: often in the middle of a click. */
export async function closing(page: Page, act: () => Promise<void>) {
  try {
    await act()
  } catch (error) {
    if (!page.isClosed()) throw error
  }
}

const account = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true })

async function saved(page: Page, form: Locator, password: string): Promise<ExportedFile> {
  await form.getByLabel('Password').fill(password)
  const downloading = page.waitForEvent('download')
  await form.getByRole('button').click()
  const download = await downloading
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), mimeType: 'application/json', buffer: Buffer.concat(chunks) }
}
