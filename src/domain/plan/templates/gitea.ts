import { gib } from '#domain/units.ts'
import { app } from './app.ts'
import { mailAsks, mailOf } from './mail.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_gitea.vue (c0d9939), as are its flist and its port. */
export const gitea = app({
  id: 'gitea',
  name: 'Gitea',
  makes: 'Git repositories with issues and reviews.',
  flist: 'https://hub.grid.tf/tf-official-apps/gitea-mycelium.flist',
  port: 3000,
  cores: 2,
  memory: gib(4),
  rootSize: gib(50),
  disks: [],
  asks: mailAsks,
  env: ({ domain, answers }) => {
    const mail = mailOf(answers)
    return {
      GITEA__HOSTNAME: domain,
      GITEA__mailer__PROTOCOL: 'smtp',
      GITEA__mailer__ENABLED: String(mail !== undefined),
      GITEA__mailer__HOST: mail?.host ?? '',
      GITEA__mailer__FROM: mail?.from ?? '',
      GITEA__mailer__PORT: mail?.port ?? '',
      GITEA__mailer__USER: mail?.user ?? '',
      GITEA__mailer__PASSWD: mail?.password ?? '',
    }
  },
})
