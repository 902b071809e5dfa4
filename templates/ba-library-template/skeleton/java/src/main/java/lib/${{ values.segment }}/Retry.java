package lib.${{ values.segment }};

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Does something that may fail for a moment, and tries again until it succeeds. */
public final class Retry {

    private final int attempts;
    private final Duration delay;
    private final Predicate<Exception> isTransient;

    private Retry(int attempts, Duration delay, Predicate<Exception> isTransient) {
        this.attempts = attempts;
        this.delay = delay;
        this.isTransient = isTransient;
    }

    /**
     * Tries so often at most, the first time included. The second time is after the delay, and each further wait is twice as
     * long.
     */
    public static Retry of(int attempts, Duration delay) {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more, not " + attempts);
        }
        return new Retry(attempts, Objects.requireNonNull(delay), error -> true);
    }

    /** The same, but only for errors that are worth another try. */
    public Retry when(Predicate<Exception> isTransient) {
        return new Retry(attempts, delay, Objects.requireNonNull(isTransient));
    }

    /**
     * Does the work.
     *
     * @throws Exception what the last try threw, or the first error that is not transient.
     */
    public <T> T call(Callable<T> work) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.call();
            } catch (InterruptedException error) {
                throw error;
            } catch (Exception error) {
                if (attempt == attempts || !isTransient.test(error)) {
                    throw error;
                }
                Thread.sleep(delay.toMillis() << (attempt - 1));
            }
        }
    }
}
