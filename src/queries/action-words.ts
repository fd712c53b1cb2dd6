import type { Action } from '#domain/proposal.ts'

/** What calls do that are voted on. An argument stands in braces by its name. */
const words: Record<string, string> = {
  'system.remark': 'Says so on the chain, and changes nothing: “{remark}”',
  'system.remarkWithEvent': 'Says so on the chain, and changes nothing: “{remark}”',
  'system.setCode': 'Replaces the chain’s program by a new version',
  'runtimeUpgrade.setCode': 'Replaces the chain’s program by a new version',
  'smartContractModule.approveSolutionProvider':
    'Lets solution provider {solution_provider_id} take its part of contracts: {approve}',
  'smartContractModule.cancelContractCollective': 'Ends contract {contract_id} against its owner’s will',
  'smartContractModule.changeBillingFrequency': 'Bills contracts every {frequency} blocks',
  'tfgridModule.attachPolicyToFarm': 'Rewards farm {farm_id} by other rules: {limits}',
  'tfgridModule.createFarmingPolicy': 'Adds the rewards policy “{name}”',
  'tfgridModule.createPricingPolicy': 'Adds the prices “{name}”',
  'tfgridModule.updatePricingPolicy': 'Changes the prices “{name}”',
  'tfgridModule.setConnectionPrice': 'Rewards nodes at {price} thousandths of a dollar for a TFT',
  'tfgridModule.setFarmCertification': 'Certifies farm {farm_id} as {certification}',
  'tfgridModule.setFarmDedicated': 'Lets nodes of farm {farm_id} only whole: {dedicated}',
  'tfgridModule.setNodeCertification': 'Certifies node {node_id} as {node_certification}',
  'tfgridModule.setZosVersion': 'Has nodes run ZOS {zos_version}',
  'tftPriceModule.setMinTftPrice': 'Bills count a TFT as {price} thousandths of a dollar at least',
  'tftPriceModule.setMaxTftPrice': 'Bills count a TFT as {price} thousandths of a dollar at most',
  'validator.approveValidator': 'Lets {validator_account} make blocks',
  'validator.removeValidator': 'Has {validator_account} make no more blocks',
}

/** What a proposal would do, in plain words where they are known and by the chain's own name otherwise. */
export function actionWords(action: Action | undefined): string {
  if (!action) return 'A call that this version of the chain does not know'
  const known = words[action.call]
  if (known === undefined)
    return `${action.call}(${action.args.map(({ name, value }) => `${name}: ${value}`).join(', ')})`
  return known.replace(/\{(\w+)\}/g, (_, name: string) => action.args.find((arg) => arg.name === name)?.value ?? '…')
}
