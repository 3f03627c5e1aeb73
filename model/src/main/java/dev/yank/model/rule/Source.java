package dev.yank.model.rule;

/// Who said it, where and when.
///
/// @param document the title of the document
/// @param author who made the statement, which may differ from who wrote the document down
/// @param year the year of the statement
public record Source(String document, String author, int year) {

    /// Refuses a source that cannot be looked up.
    public Source {
        if (document.isBlank() || author.isBlank() || year < 1900) {
            throw new IllegalArgumentException("A source needs a document, an author and a year, but was '" + document
                    + "', '" + author + "', " + year + ".");
        }
    }

    /// The source in one line: document, author, year.
    public String cite() {
        return document + ", " + author + ", " + year;
    }
}
