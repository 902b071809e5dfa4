package app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Talks to the whole service over HTTP, as others do. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"app.environment=TEST1", "spring.test.metrics.export=true"})
class ApplicationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void saysWhoItIs() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"component\":\"${{ values.name }}\"", "\"environment\":\"TEST1\"");
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void measuresRequestsByRouteAndNotByAddress() throws Exception {
        get("/");
        get("/nowhere/42");
        String metrics = get("/actuator/prometheus").body();
        assertThat(metrics.lines().filter(line -> line.startsWith("http_server_requests_seconds_count")))
                .anyMatch(line -> line.contains("uri=\"/\"") && line.contains("status=\"200\""))
                .allMatch(line -> line.contains("component=\"${{ values.name }}\""))
                .allMatch(line -> line.contains("environment=\"TEST1\""))
                .noneMatch(line -> line.contains("nowhere"));
    }

    @Test
    void showsNothingElseOfItself() throws Exception {
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
