// What `npm run pack` needs of the product, as one file that plain Node can run.
export { admitPack } from '../../lib/domain/admit-pack';
export { faultLine } from '../../lib/domain/pack-fault';
export { policySchemaText } from '../../lib/domain/policy-schema';
export { packSchemaText } from '../../lib/domain/pack-schema';
export { signerOf, textToSign } from '../../lib/domain/pack-signature';
export { parsePacks } from '../../lib/domain/review-layers';
export { textOf } from '../../lib/domain/texts';
