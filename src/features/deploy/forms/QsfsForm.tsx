import { encryptionKey } from '#domain/plan/templates/qsfs.ts'
import { withWorkload } from '#domain/plan/plan.ts'
import { cacheProblem, keyProblem, shardsProblem } from '#domain/workloads/qsfs.ts'
import { Notice } from '#ui/Notice.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { randomHex } from './chance.ts'
import { DatabasesSection } from './DatabasesSection.tsx'
import { fieldOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { MoreSection } from './MoreSection.tsx'
import { NameField } from './NameField.tsx'
import { PassphraseButton } from './PassphraseButton.tsx'
import { qsfsView, type QsfsValues, type QsfsWorkload } from './qsfs-view.ts'
import { gibProblem } from './sizes.ts'
import { UsedBy } from './UsedBy.tsx'
import { useWorkloadForm } from './usePlanForm.ts'

/** A file system over databases. */
export function QsfsForm(props: FormProps<'qsfs'>) {
  const { plan, at, workload, onPlan } = props
  const control = useWorkloadForm<'qsfs', QsfsValues>(props, qsfsView)
  const field = fieldOf(props)
  const { minimal, expected } = qsfsView.from(workload)
  const groups = workload.data.config?.groups ?? []
  const write = (values: Partial<QsfsValues>) =>
    onPlan(
      withWorkload(plan, at, (one) => {
        const storage = one as QsfsWorkload
        return qsfsView.to({ ...qsfsView.from(storage), ...values }, storage)
      }),
    )
  return (
    <>
      <FormSection title="Storage">
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-2">
          <NameField {...props} />
          <NumberField
            control={control}
            name="cacheGiB"
            label="Cache"
            unit="GiB"
            help="SSD on the machine’s node, before it goes to the databases"
            problem={(n) => gibProblem(n, cacheProblem)}
            {...field('cache')}
          />
          <NumberField
            control={control}
            name="expected"
            label="Pieces of each file"
            help="One to each database"
            {...field('config.expected_shards')}
          />
          <NumberField
            control={control}
            name="minimal"
            label="Needed to read it"
            help={lossWords(expected - minimal)}
            problem={(n) => shardsProblem(n, expected)?.words}
            {...field('config.minimal_shards')}
          />
        </div>
      </FormSection>
      {(groups.length > 0 ? groups : [null]).map((_, i) => (
        <DatabasesSection key={i} {...props} place={i} title={groups.length > 1 ? `Data, group ${i + 1}` : 'Data'} />
      ))}
      <DatabasesSection {...props} place="meta" title="Metadata" />
      <FormSection
        title="Encryption"
        actions={
          <PassphraseButton onTake={(text) => write({ key: encryptionKey(text), metaKey: encryptionKey(text) })} />
        }
      >
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-2">
          <SecretField
            control={control}
            name="key"
            label="Key of the data"
            autoComplete="off"
            mono
            action={{ words: 'Make one', act: () => write({ key: randomHex(32) }) }}
            problem={(key) => keyProblem(key)?.words}
            {...field('config.encryption.key')}
          />
          <SecretField
            control={control}
            name="metaKey"
            label="Key of the metadata"
            autoComplete="off"
            mono
            action={{ words: 'Make one', act: () => write({ metaKey: randomHex(32) }) }}
            problem={(key) => keyProblem(key)?.words}
            {...field('config.meta.config.encryption.key')}
          />
        </div>
        <div className="pt-2">
          <Notice>Keep a copy of the keys: without them nobody reads what is in the databases.</Notice>
        </div>
      </FormSection>
      <UsedBy {...props} title="Mounted by" nobody="No machine mounts it. Add it under Disks of a machine." />
      <MoreSection {...props}>
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-2">
          <TextField
            control={control}
            name="prefix"
            label="Prefix"
            help="Of its entries in the databases for metadata"
            {...field('config.meta.config.prefix')}
          />
          <TextField
            control={control}
            name="compression"
            label="Compression"
            help="snappy is what nodes know"
            {...field('config.compression.algorithm')}
          />
          <NumberField
            control={control}
            name="redundantGroups"
            label="Groups that may be lost"
            {...field('config.redundant_groups')}
          />
          <NumberField
            control={control}
            name="redundantNodes"
            label="Nodes of a group that may be lost"
            {...field('config.redundant_nodes')}
          />
          <NumberField
            control={control}
            name="dataMiB"
            label="Kept here before it is sent"
            unit="MiB"
            {...field('config.max_zdb_data_dir_size')}
          />
        </div>
      </MoreSection>
    </>
  )
}

const lossWords = (n: number) => (n === 1 ? 'One database may be lost' : `${Math.max(0, n)} databases may be lost`)
