package ee.sild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/**
 * Sends requests over persistent connections, as most clients do. REST Assured itself opens a connection for each
 * request.
 */
public final class PersistentConnections implements OrderedFilter {

    private static final CloseableHttpClient CLIENT = HttpClients.custom()
            .disableCookieManagement()
            .disableRedirectHandling()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .setMaxConnPerRoute(500)
            .setMaxConnTotal(500)
            .build();

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Object body = request.getBody();
        if (!request.getMultiPartParams().isEmpty()
                || !request.getFormParams().isEmpty()
                || !(body == null || body instanceof String || body instanceof byte[])) {
            return context.next(request, expected);
        }
        var sent = RequestBuilder.create(request.getMethod()).setUri(request.getURI());
        request.getHeaders().forEach(header -> sent.addHeader(header.getName(), header.getValue()));
        if (!request.getCookies().asList().isEmpty()) {
            sent.addHeader(
                    "Cookie",
                    String.join(
                            "; ",
                            request.getCookies().asList().stream()
                                    .map(one -> one.getName() + "=" + one.getValue())
                                    .toList()));
        }
        if (body != null) {
            sent.setEntity(new ByteArrayEntity(
                    body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) body));
        }
        try (var answer = CLIENT.execute(sent.build())) {
            HttpEntity entity = answer.getEntity();
            var headers = new Headers(Arrays.stream(answer.getAllHeaders())
                    .map(one -> new Header(one.getName(), one.getValue()))
                    .toList());
            return new ResponseBuilder()
                    .setStatusCode(answer.getStatusLine().getStatusCode())
                    .setStatusLine(answer.getStatusLine().toString())
                    .setHeaders(headers)
                    .setCookies(new Cookies(cookies(headers)))
                    .setContentType(headers.hasHeaderWithName("Content-Type") ? headers.getValue("Content-Type") : "")
                    .setBody(entity == null ? new byte[0] : EntityUtils.toByteArray(entity))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Cookie> cookies(Headers headers) {
        var cookies = new ArrayList<Cookie>();
        headers.getValues("Set-Cookie")
                .forEach(set -> HttpCookie.parse(set)
                        .forEach(one -> cookies.add(new Cookie.Builder(one.getName(), one.getValue())
                                .setPath(one.getPath())
                                .setHttpOnly(one.isHttpOnly())
                                .setSecured(one.getSecure())
                                .setMaxAge(one.getMaxAge())
                                .build())));
        return cookies;
    }
}
