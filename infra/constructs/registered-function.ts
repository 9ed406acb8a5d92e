import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Env } from '../../adapters/aws/env.ts';
import type { FunctionSpec } from '../../functions/registry.ts';
import { inProject } from './in-project.ts';

/** Longer than any page or step takes; API Gateway gives up after 29 seconds anyway. */
const TIMEOUT = Duration.seconds(25);

/** Longer than a run of fifty seconds and the last sheet of it, of which no request takes more than ten. */
const LONG_TIMEOUT = Duration.minutes(2);

/** One Lambda for one entry of the registry, bundled with everything it imports. */
export class RegisteredFunction extends NodejsFunction {
  constructor(scope: Construct, spec: FunctionSpec, environment: Record<keyof Env, string>) {
    super(scope, spec.name, {
      entry: inProject(`functions/${spec.name}/lambda.ts`),
      depsLockFilePath: inProject('package-lock.json'),
      description: spec.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // CPU comes with memory; with less, a cold start of the SDK takes seconds.
      memorySize: 512,
      timeout: spec.trigger === 'schedule' ? LONG_TIMEOUT : TIMEOUT,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      logGroup: new LogGroup(scope, `${spec.name}-log`, {
        retention: RetentionDays.THREE_MONTHS,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        // The SDK too: what was tested is what runs, whatever the runtime ships.
        externalModules: [],
        minify: true,
        keepNames: true,
        sourceMap: true,
        sourceMapMode: SourceMapMode.EXTERNAL,
        sourcesContent: false,
        // CommonJS dependencies ask for `require`, which an ES module has not.
        banner: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
  }
}
