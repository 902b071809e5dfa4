package app;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which component answers, and where it runs. */
@RestController
class AboutController {

    private final About about;

    AboutController(
            @Value("${spring.application.name}") String component,
            @Value("${app.environment}") String environment) {
        this.about = new About(component, environment);
    }

    @GetMapping("/")
    About about() {
        return about;
    }

    /** The component and the environment, as the developer portal calls them. */
    record About(String component, String environment) {}
}
