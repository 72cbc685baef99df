"""The Jupyter project's conformance tests, run against the installed kernel `.net-csharp`.

Install the kernel first (`dotnet run --project src/AttentionNotebooks.Runner -- kernel install`), then run
`python3 -m unittest discover -s tests/Jupyter -v`.
"""

import unittest

import jupyter_kernel_test


class DotNetCSharpTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    code_generate_error = 'throw new InvalidOperationException("boom");'
    code_clear_output = "ClearOutput();"

    code_execute_result = [
        {"code": "6 * 7", "mime": "text/html"},
        {"code": '"abc"', "result": "abc"},
        {"code": '"\U0001f984"', "result": "\U0001f984"},
    ]
    code_display_data = [
        {"code": 'display("text", "text/plain");', "mime": "text/plain"},
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
    ]

    code_history_pattern = "6 ?*"
    supported_history_operations = ("tail", "range", "search")

    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "int F(int x) { return x; }"]
    incomplete_code_samples = ["int F(int x) {", "Console.WriteLine(", 'var s = """\n  text']
    invalid_code_samples = ["var = ;", "int int int;"]
    code_inspect_sample = "Console.WriteLine"

    @unittest.skip("the pager is a payload that the protocol calls deprecated, and C# has no command that would fill it")
    def test_pager(self):
        pass


if __name__ == "__main__":
    unittest.main()
