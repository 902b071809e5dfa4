package lib.${{ values.segment }};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void answersAsSoonAsItSucceeds() throws Exception {
        assertEquals(3, Retry.of(3, Duration.ofMillis(1)).call(failing(2)));
    }

    @Test
    void givesUpWithTheLastError() {
        Retry retry = Retry.of(4, Duration.ofMillis(1));
        IOException error = assertThrows(IOException.class, () -> retry.call(failing(9)));
        assertEquals("try 4 failed", error.getMessage());
    }

    @Test
    void doesNotTryAgainWhatWillNeverSucceed() {
        Retry retry = Retry.of(4, Duration.ofMillis(1)).when(error -> false);
        assertThrows(IOException.class, () -> retry.call(failing(9)));
        assertEquals(1, calls.get());
    }

    @Test
    void refusesANumberOfTriesThatMeansNothing() {
        assertThrows(IllegalArgumentException.class, () -> Retry.of(0, Duration.ZERO));
    }

    private Callable<Integer> failing(int times) {
        return () -> {
            int call = calls.incrementAndGet();
            if (call <= times) {
                throw new IOException("try " + call + " failed");
            }
            return call;
        };
    }
}
