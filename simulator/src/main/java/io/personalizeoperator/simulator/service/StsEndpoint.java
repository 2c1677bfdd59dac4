package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.faults.CallLog;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import io.personalizeoperator.simulator.world.WorldKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS Security Token Service over the query protocol, version 2011-06-15: GetCallerIdentity and
 * AssumeRole. AssumeRole accepts any role of any account and issues keys for that account.
 */
final class StsEndpoint {
  /** The supported operations. */
  static final Set<String> OPERATIONS = Set.of("GetCallerIdentity", "AssumeRole");

  private static final String CONTENT_TYPE = "text/xml";
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/(?:[\\w+=,.@/-]*/)?([\\w+=,.@-]+)");
  private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
  private static final int DEFAULT_SECONDS = 3600;
  private final AccessKeys accessKeys;
  private final FaultInjector injector;
  private final CallLog calls;
  private final JsonAnswers ids;
  private final InstantSource clock;
  private final InstantSource real;
  private final AtomicInteger keys = new AtomicInteger();

  /** Keys expire on the real clock, because clients compare with theirs. */
  StsEndpoint(ServiceContext context, FaultInjector injector, JsonAnswers ids) {
    this.accessKeys = context.accessKeys();
    this.calls = context.calls();
    this.clock = context.clock();
    this.real = context.real();
    this.injector = injector;
    this.ids = ids;
  }

  HttpResponse handle(HttpRequest request) {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    Map<String, String> form = form(body);
    String action = form.getOrDefault("Action", "");
    String error = null;
    WorldKey world = null;
    HttpResponse response;
    try {
      Credential credential = Credential.of(request);
      world = accessKeys.world(credential);
      injector.before(world, "sts", action, body);
      response =
          switch (action) {
            case "GetCallerIdentity" -> identity(credential);
            case "AssumeRole" -> assume(form);
            default ->
                throw ServiceException.refusal(
                    "InvalidAction", "Could not find operation %s for version 2011-06-15", action);
          };
    } catch (ServiceException e) {
      error = e.type();
      response = error(e);
    }
    if (world == null) {
      return response;
    }
    calls.add(clock.instant(), world, action, request.header("user-agent"), null, error);
    return injector.dropReply(action, body) ? HttpResponse.NONE : response;
  }

  private HttpResponse identity(Credential credential) {
    AccessKeys.Session session = accessKeys.session(credential.accessKey());
    return xml(
        200,
        "GetCallerIdentity",
        "<Arn>%s</Arn><UserId>%s</UserId><Account>%s</Account>"
            .formatted(session.arn(), session.userId(), session.account()));
  }

  private HttpResponse assume(Map<String, String> form) {
    Matcher role = ROLE.matcher(form.getOrDefault("RoleArn", ""));
    String name = form.getOrDefault("RoleSessionName", "");
    if (!role.matches() || !SESSION_NAME.matcher(name).matches()) {
      throw ServiceException.refusal(
          "ValidationError",
          "AssumeRole needs a valid RoleArn and a RoleSessionName of 2 to 64 characters.");
    }
    String accessKey =
        "ASIA"
            + "SIMULATOR%07d"
                .formatted(keys.updateAndGet(last -> Math.max(last, accessKeys.issued()) + 1));
    String roleId = "AROASIMULATOR";
    String arn = "arn:aws:sts::%s:assumed-role/%s/%s".formatted(role.group(1), role.group(2), name);
    accessKeys.issue(accessKey, new AccessKeys.Session(role.group(1), arn, roleId + ":" + name));
    Instant expiration = real.instant().plus(Duration.ofSeconds(seconds(form)));
    return xml(
        200,
        "AssumeRole",
        """
        <AssumedRoleUser><AssumedRoleId>%s:%s</AssumedRoleId><Arn>%s</Arn></AssumedRoleUser>\
        <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>simulated</SecretAccessKey>\
        <SessionToken>simulated</SessionToken><Expiration>%s</Expiration></Credentials>"""
            .formatted(roleId, name, arn, accessKey, expiration));
  }

  private static int seconds(Map<String, String> form) {
    try {
      return Integer.parseInt(
          form.getOrDefault("DurationSeconds", Integer.toString(DEFAULT_SECONDS)));
    } catch (NumberFormatException e) {
      throw ServiceException.refusal("ValidationError", "DurationSeconds is not a number.");
    }
  }

  private HttpResponse xml(int status, String action, String result) {
    String id = ids.requestId();
    String text =
        "<%1$sResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><%1$sResult>%2$s</%1$sResult>"
                .formatted(action, result)
            + "<ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></%sResponse>"
                .formatted(id, action);
    return HttpResponse.of(status, CONTENT_TYPE, text.getBytes(StandardCharsets.UTF_8))
        .with("x-amzn-RequestId", id);
  }

  private HttpResponse error(ServiceException e) {
    String id = ids.requestId();
    String text =
        """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>\
        <Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"""
            .formatted(e.type(), escaped(e.getMessage()), id);
    return HttpResponse.of(e.httpStatus(), CONTENT_TYPE, text.getBytes(StandardCharsets.UTF_8))
        .with("x-amzn-RequestId", id);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          form.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          form.put(pair.substring(0, equals), "");
        }
      }
    }
    return form;
  }
}
