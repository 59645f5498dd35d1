import { ConfigError, keysFrom, openRuntime, readConfig, tokenVerifier } from '#libs/platform';
import { createApi } from './create-api.js';

/** The API on its own: the servers and the issuer's keys are somebody else's. */
async function main(): Promise<void> {
  const config = readConfig(process.env, { startsServers: false });
  const { jwks, issuer, audience } = config.tokens;
  if (jwks === undefined || issuer === undefined)
    throw new ConfigError('TAIZHANG_JWKS and TAIZHANG_ISSUER are not set');
  const runtime = openRuntime(config, 'api');
  const api = await createApi(runtime, tokenVerifier(await keysFrom(jwks), issuer, audience));
  api.enableShutdownHooks();
  await api.listen(config.port, config.host);
  runtime.log.info({ port: config.port }, 'api listens');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
