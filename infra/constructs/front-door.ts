import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionSpec } from '../../functions/registry.ts';
import type { Stage } from '../stages.ts';

/**
 * Open to whoever holds a personal link, and to every page's style sheet. The doors of a sheet ask who you are themselves, in words a clerk
 * can read (ADR 0051). All else asks here.
 */
const openToAll = /^\/(?:a\/\{token\}(?:\/|$)|style\.css$|v1\/)/;

/**
 * The one way in from outside. No access log: its paths would hold people's links. What goes wrong shows in the functions' own logs,
 * by id.
 */
export class FrontDoor extends HttpApi {
  readonly #staffOnly: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, { issuer, audience }: Pick<Stage, 'issuer' | 'audience'>) {
    super(scope, id, { createDefaultStage: false });
    this.#staffOnly = new HttpJwtAuthorizer('StaffOnly', issuer, { jwtAudience: [...audience] });
    new HttpStage(scope, `${id}Stage`, {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      // A whole prefecture on its busiest morning; beyond it somebody is guessing links.
      throttle: { rateLimit: 50, burstLimit: 100 },
    });
  }

  open({ name, routes = [] }: FunctionSpec, to: IFunction): void {
    const integration = new HttpLambdaIntegration(name, to);
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      const authorizer = openToAll.test(path) ? new HttpNoneAuthorizer() : this.#staffOnly;
      this.addRoutes({ path, methods: [methodOf(method)], integration, authorizer });
    }
  }
}

function methodOf(name: string): HttpMethod {
  if (name === 'GET') return HttpMethod.GET;
  if (name === 'POST') return HttpMethod.POST;
  throw new Error(`functions/registry.ts: ${name} is no method we serve`);
}
